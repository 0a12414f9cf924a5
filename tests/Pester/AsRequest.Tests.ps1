BeforeDiscovery {
    $script:noCurl = -not (Get-Command curl -CommandType Application -ErrorAction Ignore) -or
        -not (Get-Command sh -ErrorAction Ignore)
    $script:noPython = -not (Get-Command python3 -CommandType Application -ErrorAction Ignore)
    $script:noBoto3 = $noPython -or $(python3 -c 'import boto3' 2>$null; $LASTEXITCODE -ne 0)
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $titan = 'amazon.titan-text-express-v1'
    $awkward = "it's `"so`" `$HOME ``id`` \n \ %s {x} ’quote‘ 漢字 🌊`nsecond line`t!"

    # The environment of a program that signs, and only for as long as it runs.
    function Invoke-WithLocalKey([scriptblock] $Script) {
        $names = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION', 'AWS_SESSION_TOKEN'
        $before = $names.ForEach({ [Environment]::GetEnvironmentVariable($_) })
        try {
            $env:AWS_ACCESS_KEY_ID = [BedrockPS.LocalCredentials]::AccessKey
            $env:AWS_SECRET_ACCESS_KEY = [BedrockPS.LocalCredentials]::SecretKey
            $env:AWS_REGION = 'us-east-1'
            $env:AWS_SESSION_TOKEN = $null
            & $Script
        }
        finally {
            0..3 | ForEach-Object { [Environment]::SetEnvironmentVariable($names[$_], $before[$_]) }
        }
    }

    function Save-Program([string] $Name, [string] $Text) {
        $path = Join-Path $TestDrive $Name
        [IO.File]::WriteAllText($path, $Text)
        $path
    }
}

Describe '-AsRequest' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'shows what <Command> sends <How>, byte for byte, and sends nothing' -ForEach @(
        foreach ($how in @{ }, @{ Stream = $true }, @{ AsEvent = $true }) {
            $operation = $how.Count ? 'ConverseStream', 'InvokeModelWithResponseStream' : 'Converse', 'InvokeModel'
            @{ Command = 'Invoke-BRConverse'; How = $how; Operation = $operation[0] }
            @{ Command = 'Send-BRMessage'; How = $how; Operation = $operation[0] }
            @{ Command = 'Invoke-BRModel'; How = $how; Operation = $operation[1] }
        }
    ) {
        $arguments = switch ($Command) {
            Invoke-BRConverse {
                @{
                    Prompt                      = $awkward
                    System                      = 'Be brief.'
                    Temperature                 = 0
                    AdditionalModelRequestField = @{ top_k = 5 }
                }
            }
            Send-BRMessage { @{ Prompt = $awkward; Conversation = Start-BRConversation -System 'You are precise.' } }
            Invoke-BRModel { @{ ModelId = $titan; Body = @{ inputText = $awkward } } }
        }
        $preview = & $Command @arguments @How -AsRequest
        $endpoint.Requests | Should -HaveCount 0
        $null = & $Command @arguments @How 6>$null

        $sent = $endpoint.Requests[0]
        $preview | Should -BeOfType BedrockPS.BedrockRequestPreview
        $preview.Body | Should -BeExactly $sent.Body
        $preview.RawBody.Length | Should -Be $sent.BodyLength
        $preview.Url.PathAndQuery | Should -BeExactly $sent.Path
        $preview.Operation | Should -Be $sent.Operation
        $preview.Operation | Should -Be $Operation
        $preview.Method | Should -Be $sent.Method
        "$preview" | Should -Be "POST $($preview.Url.AbsoluteUri)"
        $preview.Headers.Keys | Should -Not -Contain 'Authorization'
        foreach ($name in $preview.Headers.Keys) {
            $sent.Headers[$name.ToLowerInvariant()] | Should -BeExactly $preview.Headers[$name]
        }
    }

    It 'shows one request for each piped question' {
        $previews = 'one', 'two' | Invoke-BRConverse -AsRequest

        $previews | ForEach-Object { ($_.Body | ConvertFrom-Json).messages[0].content[0].text } |
            Should -Be 'one', 'two'
        $endpoint.Requests | Should -HaveCount 0
    }

    It 'leaves the conversation as it was' {
        $conversation = Start-BRConversation
        $null = $conversation | Send-BRMessage Hello
        $preview = $conversation | Send-BRMessage 'And again?' -AsRequest

        ($preview.Body | ConvertFrom-Json).messages | Should -HaveCount 3
        $conversation.Turns | Should -Be 1
        $conversation.Messages | Should -HaveCount 2
    }

    It 'keeps the prompt out of the other streams' {
        $others = Invoke-BRConverse 'my secret prompt' -AsRequest -Verbose -Debug *>&1 |
            Where-Object { $_ -isnot [BedrockPS.BedrockRequestPreview] }

        "$others" | Should -Not -Match 'secret'
    }

    It 'shows itself as a list' {
        $shown = Invoke-BRConverse 'hi there' -AsRequest | Out-String -Width 200

        $shown | Should -Match 'Operation : Converse'
        $shown | Should -Match 'POST http://.*/model/amazon.nova-micro-v1%3A0/converse'
        $shown | Should -Match 'Content-Type: application/json'
        $shown | Should -Match 'hi there'
    }

    It 'needs neither a network nor credentials nor AWSSDK where the endpoint is named' {
        $shown = Invoke-NewShell @"
`$env:AWS_ACCESS_KEY_ID = `$env:AWS_PROFILE = `$env:AWS_REGION = `$env:AWS_DEFAULT_REGION = `$null
`$env:HOME = `$env:USERPROFILE = '$TestDrive'
Import-Module '$(Get-StagedManifest)'
`$preview = Invoke-BRConverse hi -ModelId m.x -EndpointUrl https://vpce-1.invalid/gate -AsRequest
`$preview.Url.AbsoluteUri
`$null -eq `$preview.Region
`$env:AWS_ENDPOINT_URL_BEDROCK_RUNTIME = 'http://named.invalid'
(Invoke-BRConverse hi -ModelId m.x -Region eu-west-1 -AsRequest).ToString()
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match 'AWSSDK|BedrockPS.Aws' }).Count
"@
        $expected = @(
            'https://vpce-1.invalid/gate/model/m.x/converse', 'True'
            'POST http://named.invalid/model/m.x/converse', '0')
        $shown | Should -Be $expected
    }

    It 'finds the public endpoint of a region without credentials' {
        Clear-BRDefault
        $preview = Invoke-BRConverse hi -ModelId m.x -Region cn-north-1 -AsRequest

        $preview.Url.AbsoluteUri | Should -Be 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn/model/m.x/converse'
        $preview.Region | Should -Be 'cn-north-1'
        $preview.EndpointUrl | Should -BeNullOrEmpty
    }
}

Describe '-As' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'refuses an unknown language and names the known ones' {
        { 'one', 'two' | Invoke-BRConverse -As Perl } |
            Should -Throw -ErrorId 'InvalidRequest,*' -ExceptionType ([BedrockPS.BedrockException])
        { Invoke-BRModel -ModelId $titan -Body @{ inputText = 'x' } -As Perl } |
            Should -Throw '*PowerShell, Curl, Boto3*'
        $endpoint.Requests | Should -HaveCount 0
    }

    It 'completes the languages' {
        $line = 'Invoke-BRConverse hi -As '

        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'PowerShell', 'Curl', 'Boto3'
    }

    It 'implies -AsRequest, and returns text' {
        Invoke-BRConverse hi -As curl | Should -BeOfType string
        $endpoint.Requests | Should -HaveCount 0
    }

    Context 'Curl' {
        It 'runs, signed, and sends the very body: <Command> <How>' -Skip:$noCurl -ForEach @(
            @{ Command = 'Invoke-BRConverse'; How = @{}; Sign = '"role":"assistant"' }
            @{ Command = 'Invoke-BRConverse'; How = @{ Stream = $true }; Sign = 'messageStop' }
            @{ Command = 'Invoke-BRModel'; How = @{}; Sign = 'outputText' }
            @{ Command = 'Invoke-BRModel'; How = @{ AsEvent = $true }; Sign = ':event-type.*chunk' }
        ) {
            $arguments = $Command -eq 'Invoke-BRModel' ? @{ Body = @{ inputText = $awkward } } : @{ Prompt = $awkward }
            $preview = & $Command @arguments @How -ModelId $titan -AsRequest
            $file = Save-Program call.sh (& $Command @arguments @How -ModelId $titan -As Curl)
            $answer = Invoke-WithLocalKey { sh $file 2>$null }

            $LASTEXITCODE | Should -Be 0
            $endpoint.Requests | Should -HaveCount 1
            $endpoint.Requests[0].Signed | Should -BeTrue
            $endpoint.Requests[0].Body | Should -BeExactly $preview.Body
            $endpoint.Requests[0].Headers['content-type'] | Should -Be 'application/json'
            "$answer" | Should -Match $Sign
        }

        It 'carries a body that is too long for an argument' -Skip:$noCurl {
            $file = Save-Program call.sh (Invoke-BRConverse ("it's long " * 20000) -ModelId $titan -As Curl)
            $answer = Invoke-WithLocalKey { sh $file 2>$null } | ConvertFrom-Json

            $answer.output.message.role | Should -Be 'assistant'
        }

        It 'sends a session token where there is one' -Skip:$noCurl {
            $file = Save-Program call.sh (Invoke-BRConverse hi -ModelId $titan -As Curl)
            $answer = Invoke-WithLocalKey { $env:AWS_SESSION_TOKEN = 'a token'; sh -x $file } 2>&1

            "$answer" | Should -Match 'x-amz-security-token: a token'
            "$answer" | Should -Match '"role":"assistant"'
        }
    }

    Context 'Boto3' {
        It 'compiles: <Command> <How>' -Skip:$noPython -ForEach @(
            @{ Command = 'Invoke-BRConverse'; How = @{} }
            @{ Command = 'Invoke-BRConverse'; How = @{ Stream = $true } }
            @{ Command = 'Invoke-BRModel'; How = @{} }
            @{ Command = 'Invoke-BRModel'; How = @{ Stream = $true } }
        ) {
            $body = @{ inputText = $awkward; a = $true, $null, 1.5 }
            $arguments = $Command -eq 'Invoke-BRModel' ? @{ Body = $body } : @{ Prompt = $awkward }
            $file = Save-Program call.py (& $Command @arguments @How -As Boto3)
            python3 -m py_compile $file

            $LASTEXITCODE | Should -Be 0
        }

        It 'runs and asks the same: <Command> <How>' -Skip:$noBoto3 -ForEach @(
            @{ Command = 'Invoke-BRConverse'; How = @{} }
            @{ Command = 'Invoke-BRConverse'; How = @{ Stream = $true } }
            @{ Command = 'Invoke-BRModel'; How = @{} }
            @{ Command = 'Invoke-BRModel'; How = @{ Stream = $true } }
        ) {
            $question = @{ Prompt = $awkward; Temperature = 0; System = 'Be brief.' }
            $arguments = $Command -eq 'Invoke-BRModel' ? @{ Body = @{ inputText = $awkward } } : $question
            $preview = & $Command @arguments @How -ModelId $titan -AsRequest
            $file = Save-Program call.py (& $Command @arguments @How -ModelId $titan -Region us-east-1 -As Boto3)
            $answer = Invoke-WithLocalKey { python3 $file }

            $LASTEXITCODE | Should -Be 0
            "$answer" | Should -Match 'so'
            $endpoint.Requests[0].Operation | Should -Be $preview.Operation
            $endpoint.Requests[0].Signed | Should -BeTrue
            $sent = $endpoint.Requests[0].Body | ConvertFrom-Json -AsHashtable | ConvertTo-Json -Depth 9
            $sent | Should -BeExactly ($preview.Body | ConvertFrom-Json -AsHashtable | ConvertTo-Json -Depth 9)
        }
    }

    Context 'PowerShell' {
        It 'parses, runs, signs and sends the very body: <Command> <How> <Model>' -ForEach @(
            @{ Command = 'Invoke-BRConverse'; How = @{}; Model = 'amazon.nova-micro-v1:0' }
            @{
                Command = 'Invoke-BRConverse'
                How     = @{}
                Model   = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0'
            }
            @{ Command = 'Invoke-BRConverse'; How = @{ Stream = $true }; Model = 'amazon.nova-micro-v1:0' }
            @{ Command = 'Invoke-BRModel'; How = @{}; Model = 'amazon.titan-text-express-v1' }
            @{ Command = 'Invoke-BRModel'; How = @{ Stream = $true }; Model = 'amazon.titan-text-express-v1' }
        ) {
            $arguments = $Command -eq 'Invoke-BRModel' ? @{ Body = @{ inputText = $awkward } } : @{ Prompt = $awkward }
            $preview = & $Command @arguments @How -ModelId $Model -AsRequest
            $program = & $Command @arguments @How -ModelId $Model -As PowerShell
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($program, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
            $answer = Invoke-WithLocalKey { & ([scriptblock]::Create($program)) }

            $answer | Should -Not -BeNullOrEmpty
            $endpoint.Requests[0].Signed | Should -BeTrue
            $endpoint.Requests[0].Body | Should -BeExactly $preview.Body
            $endpoint.Requests[0].Outcome | Should -Be 'completed'
            foreach ($name in $preview.Headers.Keys) {
                $endpoint.Requests[0].Headers[$name.ToLowerInvariant()] | Should -BeExactly $preview.Headers[$name]
            }
        }
    }
}
