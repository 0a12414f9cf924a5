BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Invoke-BRConverse' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    Context 'asking' {
        It 'returns text, stop reason, usage and the facts of the call' {
            $answer = Invoke-BRConverse 'What is a page file?'

            $answer | Should -BeOfType BedrockPS.ConverseResponse
            $answer.Text | Should -Match 'page file'
            $answer.StopReason | Should -Be 'end_turn'
            $answer.Usage.TotalTokens | Should -Be ($answer.Usage.InputTokens + $answer.Usage.OutputTokens)
            $answer.ModelId | Should -Be 'amazon.nova-micro-v1:0'
            $answer.RequestId | Should -Not -BeNullOrEmpty
            $answer.Attempts | Should -Be 1
        }

        It 'sends what the caller set, zero included, and nothing else' {
            $null = Invoke-BRConverse hi -Temperature 0 -TopP 0 -MaxTokens 9

            $sent = Get-SentBody $endpoint
            $sent.inferenceConfig.temperature | Should -Be 0
            $sent.inferenceConfig.topP | Should -Be 0
            $sent.inferenceConfig.maxTokens | Should -Be 9
            $sent.Keys | Sort-Object | Should -Be 'inferenceConfig', 'messages'
            $sent.inferenceConfig.Keys | Sort-Object | Should -Be 'maxTokens', 'temperature', 'topP'
        }

        It 'sends no settings where none were given' {
            $null = Invoke-BRConverse hi

            (Get-SentBody $endpoint).Keys | Should -Be 'messages'
        }

        It 'sends the system prompt, stop sequences and fields of the model''s own' {
            $when = [datetime]::new(2026, 1, 2, 0, 0, 0, [DateTimeKind]::Utc)
            $fields = [ordered] @{ top_k = 5; nested = @(1, @{ when = $when }) }
            $null = Invoke-BRConverse hi -System 'Be brief.' -StopSequence END -AdditionalModelRequestField $fields

            $sent = $endpoint.Requests[-1].Body
            $sent | Should -Match '"system":\[\{"text":"Be brief\."\}\]'
            $sent | Should -Match '"stopSequences":\["END"\]'
            $expected = '"additionalModelRequestFields":\{"top_k":5,"nested":\[1,\{"when":"2026-01-02T00:00:00Z"\}\]\}'
            $sent | Should -Match $expected
        }

        It 'takes additional fields as <Kind>' -ForEach @(
            @{ Kind = 'JSON text'; Value = '{"top_k":5}' }
            @{ Kind = 'a custom object'; Value = [pscustomobject] @{ top_k = 5 } }
            @{ Kind = 'what ConvertFrom-Json made'; Value = ('{"top_k":5}' | ConvertFrom-Json) }
        ) {
            $null = Invoke-BRConverse hi -AdditionalModelRequestField $Value

            (Get-SentBody $endpoint).additionalModelRequestFields.top_k | Should -Be 5
        }

        It 'lets -ModelId beat the default' {
            $null = Invoke-BRConverse hi -ModelId amazon.nova-pro-v1:0

            $endpoint.Requests[-1].ModelId | Should -Be 'amazon.nova-pro-v1:0'
        }

        It 'passes <Id> through as it is' -ForEach @(
            @{ Id = 'us.anthropic.claude-haiku-4-5-20251001-v1:0' }
            @{ Id = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123' }
            @{ Id = 'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123' }
            @{ Id = 'nobody.knows-this-one-v9:0' }
        ) {
            $null = Invoke-BRConverse hi -ModelId $Id -ErrorAction SilentlyContinue

            $endpoint.Requests[-1].ModelId | Should -Be $Id
        }

        It 'gives the same text and usage whole and streamed' {
            $whole = Invoke-BRConverse 'Tell me of the sea: äöü 漢字 🌊'
            $streamed = Invoke-BRConverse 'Tell me of the sea: äöü 漢字 🌊' -Stream 6>$null

            $streamed.Text | Should -Be $whole.Text
            $streamed.StopReason | Should -Be $whole.StopReason
            "$($streamed.Usage)" | Should -Be "$($whole.Usage)"
            $streamed.Message.Role | Should -Be $whole.Message.Role
        }

        It 'returns tool uses as objects, whole and streamed' -ForEach @(
            @{ How = @{} }, @{ How = @{ Stream = $true } }
        ) {
            Add-Reply $endpoint @{ ToolName = 'get_weather'; ToolInputJson = '{"city":"Köln","days":[1,2]}' }
            $answer = Invoke-BRConverse hi @How 6>$null

            $answer.StopReason | Should -Be 'tool_use'
            $answer.ToolUses[0].Name | Should -Be 'get_weather'
            $answer.ToolUses[0].Input.city | Should -Be 'Köln'
            $answer.ToolUses[0].Input.days[1] | Should -Be 2
        }

        It 'keeps reasoning apart from the text' {
            Add-Reply $endpoint @{ Text = 'Forty-two.'; Reasoning = 'I thought long.' }
            $answer = Invoke-BRConverse hi -Stream 6>$null

            $answer.Text | Should -Be 'Forty-two.'
            $answer.Reasoning | Should -Be 'I thought long.'
        }

        It 'keeps what is newer than itself' {
            Add-Reply $endpoint @{
                Text       = 'x'
                StopReason = 'brand_new_reason'
                EventType  = 'brandNewEvent'
                EventJson  = '{"deep":{"a":1}}'
            }
            $answer = Invoke-BRConverse hi -Stream 6>$null

            $answer.StopReason | Should -Be 'brand_new_reason'
            $answer.Other['brandNewEvent'].deep.a | Should -Be 1
        }
    }

    Context 'the pipeline' {
        It 'makes one call and one answer of each piped string' {
            $answers = 'one', 'two', 'three' | Invoke-BRConverse

            $answers | Should -HaveCount 3
            $endpoint.Requests | Should -HaveCount 3
            0..2 | ForEach-Object { (Get-SentBody $endpoint $_).messages[0].content[0].text } |
                Should -Be 'one', 'two', 'three'
        }

        It 'makes piped objects the context of one call' {
            $services = @(
                [pscustomobject] @{ Name = 'spooler'; Status = 'Stopped' }
                [pscustomobject] @{ Name = 'dns'; Status = 'Running' }
            )
            $null = $services | Invoke-BRConverse 'Which look wrong?'

            $endpoint.Requests | Should -HaveCount 1
            $content = (Get-SentBody $endpoint).messages[0].content
            $lines = '{"Name":"spooler","Status":"Stopped"}', '{"Name":"dns","Status":"Running"}'
            $content[0].text | Should -Be "<context>`n$($lines -join "`n")`n</context>"
            $content[1].text | Should -Be 'Which look wrong?'
        }

        It 'shows of an object what its default view shows' {
            $null = Get-Process -Id $PID | Invoke-BRConverse 'What is this?'

            $context = (Get-SentBody $endpoint).messages[0].content[0].text
            $context | Should -Match '"Id":'
            $context | Should -Not -Match 'StartInfo'
        }

        It 'asks about each object by itself with -PerObject' {
            $objects = [pscustomobject] @{ A = 1 }, [pscustomobject] @{ A = 2 }
            $answers = $objects | Invoke-BRConverse 'What is this?' -PerObject

            $answers | Should -HaveCount 2
            (Get-SentBody $endpoint 1).messages[0].content[0].text | Should -Match '"A":2'
        }

        It 'takes a collection by name as it would from the pipeline' {
            $null = Invoke-BRConverse 'Which?' -InputObject ([pscustomobject] @{ A = 1 }), ([pscustomobject] @{ A = 2 })

            $endpoint.Requests | Should -HaveCount 1
            $expected = "<context>`n{`"A`":1}`n{`"A`":2}`n</context>"
            (Get-SentBody $endpoint).messages[0].content[0].text | Should -Be $expected
        }

        It 'cuts the context at its limit and says so' {
            $limit = @{ MaxContextCharacters = 200; WarningVariable = 'warnings'; WarningAction = 'SilentlyContinue' }
            $null = 1..100 | ForEach-Object { [pscustomobject] @{ Number = $_ } } | Invoke-BRConverse 'Sum?' @limit

            $warnings | Should -HaveCount 1
            $warnings[0].Message | Should -Match '^The context was cut: 14 of 100 objects'
            (Get-SentBody $endpoint).messages[0].content[0].text.Length | Should -BeLessThan 230
        }

        It 'does not take a property of a context object for a parameter' {
            $printer = [pscustomobject] @{ ModelId = 'HP-4000'; Prompt = 'no'; Region = 'north' }
            $null = $printer | Invoke-BRConverse 'Which printer?'

            $endpoint.Requests[-1].ModelId | Should -Be 'amazon.nova-micro-v1:0'
            (Get-SentBody $endpoint).messages[0].content[1].text | Should -Be 'Which printer?'
        }

        It 'keeps context objects whose properties would be no parameters' {
            $null = [pscustomobject] @{ ModelId = ''; X = 1 }, [pscustomobject] @{ ModelId = $null; X = 2 } |
                Invoke-BRConverse 'Which?' -ErrorAction Stop

            $endpoint.Requests[-1].Body | Should -Match '"X\\":1.*"X\\":2'
        }

        It 'takes any struct for context' {
            $null = Get-ChildItem env: | Invoke-BRConverse 'Odd?' -ErrorAction Stop
            $endpoint.Requests[-1].Body | Should -Match 'PATH'

            $null = @{ a = 1 }.GetEnumerator() | Invoke-BRConverse 'Odd?' -ErrorAction Stop
            $endpoint.Requests[-1].Body | Should -Match 'Key\\":\\"a'

            $null = [pscustomobject] @{ N = [double]::NaN; P = [IntPtr] 5 } | Invoke-BRConverse 'Odd?' -ErrorAction Stop
            $endpoint.Requests[-1].Body | Should -Match 'N\\":\\"NaN'
        }

        It 'writes numbers the same in every culture' {
            $culture = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = [cultureinfo]::new('de-DE')
                $null = 1.5 | Invoke-BRConverse
                $null = [pscustomobject] @{ A = @(1.5, 2.5) } | Invoke-BRConverse 'Sum?'
            }
            finally {
                [cultureinfo]::CurrentCulture = $culture
            }

            (Get-SentBody $endpoint 0).messages[0].content[0].text | Should -Be '1.5'
            (Get-SentBody $endpoint 1).messages[0].content[0].text | Should -Match '\[1\.5,2\.5\]'
        }

        It 'refuses a context of which nothing fits' {
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            $null = ('x' * 50) | Invoke-BRConverse q -MaxContextCharacters 10 @silent
            $null = ('x' * 50) | Invoke-BRConverse q -MaxContextCharacters 10 -PerObject @silent

            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
            $endpoint.Requests | Should -HaveCount 0
        }

        It 'asks about an object once, also when the call fails' {
            Add-Reply $endpoint @{ ErrorCode = 'ValidationException' }
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            $null = [pscustomobject] @{ A = 1 } | Invoke-BRConverse q -PerObject @silent

            $failures | Should -HaveCount 1
            $endpoint.Requests | Should -HaveCount 1
        }

        It 'takes questions and models from the columns of a table' {
            $table = "Prompt,ModelId`nfirst,amazon.nova-lite-v1:0`nsecond,amazon.nova-pro-v1:0"
            $null = $table | ConvertFrom-Csv | Invoke-BRConverse

            $endpoint.Requests.ModelId | Should -Be 'amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0'
            (Get-SentBody $endpoint 1).messages[0].content[0].text | Should -Be 'second'
        }

        It 'asks a piped model, and never takes it for context' {
            $answers = Get-BRFoundationModel amazon.nova-micro*, amazon.nova-lite* | Invoke-BRConverse hi

            $answers.ModelId | Should -Be 'amazon.nova-micro-v1:0', 'amazon.nova-lite-v1:0'
            (Get-SentBody $endpoint).messages[0].content | Should -HaveCount 1
        }

        It 'asks nothing when nothing is piped in' {
            @() | Invoke-BRConverse 'Which look wrong?' | Should -BeNullOrEmpty

            $endpoint.Requests | Should -HaveCount 0
        }
    }

    Context 'streaming' {
        It 'writes the text to the host in pieces, then returns one object' {
            $all = Invoke-BRConverse 'Tell me a story' -Stream 6>&1
            $written = $all | Where-Object { $_ -is [System.Management.Automation.InformationRecord] }
            $text = $written.MessageData.Message -join ''
            $answers = @($all | Where-Object { $_ -is [BedrockPS.ConverseResponse] })

            $answers | Should -HaveCount 1
            $answers[0].Streamed | Should -BeTrue
            $text | Should -Be $answers[0].Text
            @($all).Count | Should -BeGreaterThan 3
            $all[-1] | Should -BeOfType BedrockPS.ConverseResponse
        }

        It 'joins a character whose halves come in two events, on the screen as in the text' {
            $frames = foreach ($piece in 'sea \ud83c', '\udf0a!') {
                $json = [Text.Encoding]::UTF8.GetBytes("{`"contentBlockIndex`":0,`"delta`":{`"text`":`"$piece`"}}")
                [BedrockPS.EventStream.EventStreamEncoder]::EncodeEvent('contentBlockDelta', $json)
            }
            $frames += [BedrockPS.EventStream.EventStreamEncoder]::EncodeEvent(
                'messageStop', [Text.Encoding]::UTF8.GetBytes('{"stopReason":"end_turn"}'))
            Add-Reply $endpoint @{ RawStream = [byte[]] $frames }
            $all = Invoke-BRConverse hi -Stream 6>&1

            $all[-1].Text | Should -Be 'sea 🌊!'
            $shown = @($all | Where-Object { $_ -is [System.Management.Automation.InformationRecord] })
            $shown.MessageData.Message | Should -Be 'sea ', '🌊!', ''
        }

        It 'ends the line of a streamed text before it warns' {
            Add-Reply $endpoint @{ Text = 'cut'; StopReason = 'max_tokens' }
            $all = Invoke-BRConverse hi -Stream 3>&1 6>&1
            $kinds = $all | ForEach-Object { $_.GetType().Name }

            $kinds | Should -Be 'InformationRecord', 'InformationRecord', 'ConverseResponse', 'WarningRecord'
        }

        It 'does not print a streamed text a second time' {
            $whole = Invoke-BRConverse 'Tell me a story' | Out-String
            $streamed = Invoke-BRConverse 'Tell me a story' -Stream 6>$null | Out-String

            $whole | Should -Match 'Tell me a story'
            $streamed | Should -Not -Match 'Tell me a story'
            $streamed | Should -Match 'amazon.nova-micro-v1:0, 4 tokens in'
        }

        It 'returns typed events with -AsEvent, the first before the answer is complete' {
            Add-Reply $endpoint @{ Text = 'one two three four'; SilentAfterPieces = 1 }
            $first = Invoke-BRConverse hi -AsEvent | Select-Object -First 2

            $first.EventType | Should -Be 'messageStart', 'contentBlockDelta'
        }

        It 'keeps none of the text with -AsEvent, all of it with -Stream' {
            1..2 | ForEach-Object {
                Add-Reply $endpoint @{
                    Text = 'one two three four'; StreamErrorCode = 'modelStreamErrorException'; ErrorAfterPieces = 2
                }
            }
            $events = Invoke-BRConverse hi -AsEvent -ErrorVariable eventFailures -ErrorAction SilentlyContinue
            $null = Invoke-BRConverse hi -Stream -ErrorVariable streamFailures -ErrorAction SilentlyContinue 6>$null

            -join $events.Text | Should -BeLike 'one *'
            $eventFailures[0].Exception.PartialResponse.Text | Should -BeNullOrEmpty
            $streamFailures[0].Exception.PartialResponse.Text | Should -Be (-join $events.Text)
        }

        It 'shows the content of events in one table' {
            Add-Reply $endpoint @{ Text = 'one two'; ToolName = 'get_weather'; ToolInputJson = '{"city":"Rome"}' }
            $shown = Invoke-BRConverse hi -AsEvent | Out-String -Width 120

            @($shown -split "`n" -match 'EventType') | Should -HaveCount 1
            $shown | Should -Match 'contentBlockDelta\s+0 one'
            $shown | Should -Match 'get_weather'
            $shown | Should -Match 'messageStop\s+tool_use'
        }

        It 'closes the socket when a later command has had enough' {
            Add-Reply $endpoint @{ Text = 'one two three four'; SilentAfterPieces = 1 }
            $null = Invoke-BRConverse hi -AsEvent | Select-Object -First 1

            $endpoint.Requests[0].WaitForEnd([timespan]::FromSeconds(5)) | Should -BeTrue
            $endpoint.Requests[0].Outcome | Should -Be 'aborted'
        }

        It 'stops within a second of Ctrl+C while the model is silent, and closes the socket' -ForEach @(
            @{ How = '-Stream' }, @{ How = '-AsEvent' }, @{ How = '' }
        ) {
            Add-Reply $endpoint @{ SilentAfterPieces = 0 }
            $code = "param(`$url) Invoke-BRConverse hi $How -ModelId amazon.nova-micro-v1:0 -EndpointUrl `$url"
            $shell = Start-Shell $code $endpoint.Uri
            $request = $endpoint.WaitForRequest(0, [timespan]::FromSeconds(20))

            (Stop-Shell $shell).TotalSeconds | Should -BeLessThan 1
            $request.WaitForEnd([timespan]::FromSeconds(5)) | Should -BeTrue
            $request.Outcome | Should -Be 'aborted'
        }
    }

    Context 'failures' {
        It 'reports <Code> as <Category> and goes on' -ForEach @(
            @{ Code = 'ThrottlingException'; Category = 'LimitsExceeded' }
            @{ Code = 'ServiceQuotaExceededException'; Category = 'LimitsExceeded' }
            @{ Code = 'AccessDeniedException'; Category = 'PermissionDenied' }
            @{ Code = 'ExpiredTokenException'; Category = 'AuthenticationError' }
            @{ Code = 'ValidationException'; Category = 'InvalidArgument' }
            @{ Code = 'ResourceNotFoundException'; Category = 'ObjectNotFound' }
            @{ Code = 'ModelTimeoutException'; Category = 'OperationTimeout' }
            @{ Code = 'InternalServerException'; Category = 'ResourceUnavailable' }
            @{ Code = 'ServiceUnavailableException'; Category = 'ResourceUnavailable' }
            @{ Code = 'ModelErrorException'; Category = 'ResourceUnavailable' }
        ) {
            Add-Reply $endpoint @{ Match = '^bad$'; ErrorCode = $Code; Message = 'because' }
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            $answers = 'bad', 'good' | Invoke-BRConverse -MaxAttempts 1 @silent

            $answers | Should -HaveCount 1
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -Be "$Code,BedrockPS.Cmdlets.InvokeBRConverseCommand"
            $failures[0].CategoryInfo.Category | Should -Be $Category
            $failures[0].TargetObject | Should -Be 'bad'
            $failures[0].Exception.Message | Should -Be 'because'
            $failures[0].Exception.RequestId | Should -Not -BeNullOrEmpty
            $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }

        It 'goes on after the third of five, and stops there with -ErrorAction Stop' {
            Add-Reply $endpoint @{ Match = '^c$'; ErrorCode = 'ValidationException'; Times = 2 }
            $answers = 'a', 'b', 'c', 'd', 'e' | Invoke-BRConverse -ErrorAction SilentlyContinue
            $answers | Should -HaveCount 4

            $endpoint.ClearRequests()
            { 'a', 'b', 'c', 'd', 'e' | Invoke-BRConverse -ErrorAction Stop } |
                Should -Throw -ErrorId 'ValidationException*'
            $endpoint.Requests | Should -HaveCount 3
        }

        It 'tries throttled calls again, and says so' {
            Add-Reply $endpoint @{ ErrorCode = 'ThrottlingException' }
            $all = Invoke-BRConverse hi -Verbose 4>&1

            ($all | Where-Object { $_ -is [BedrockPS.ConverseResponse] }).Attempts | Should -Be 2
            "$all" | Should -Match 'ThrottlingException: attempt 2 follows'
        }

        It 'makes a <What> one error with the partial text: <Id>' -ForEach @(
            @{
                What     = 'cut stream'
                Id       = 'StreamTruncated'
                Category = 'ProtocolError'
                Reply    = @{ CutAfterBytes = 500 }
            }
            @{
                What     = 'damaged frame'
                Id       = 'MalformedFrame'
                Category = 'ProtocolError'
                Reply    = @{ CorruptFrame = 2 }
            }
            @{
                What     = 'mid-stream exception'
                Id       = 'ModelStreamErrorException'
                Category = 'ResourceUnavailable'
                Reply    = @{ StreamErrorCode = 'modelStreamErrorException'; ErrorAfterPieces = 1 }
            }
            @{
                What     = 'silent stream'
                Id       = 'StreamIdleTimeout'
                Category = 'OperationTimeout'
                Reply    = @{ SilentAfterPieces = 1 }
                Limit    = 1
            }
        ) {
            Add-Reply $endpoint (@{ Text = 'one two three four five six seven eight' } + $Reply)
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            $answer = Invoke-BRConverse hi -Stream -IdleTimeoutSec ($Limit ?? 60) @silent 6>$null

            $answer | Should -BeNullOrEmpty
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
            $failures[0].CategoryInfo.Category | Should -Be $Category
            $failures[0].Exception.PartialResponse.Text | Should -Match '^one'
        }

        It 'allocates nothing for a forged length of 2 GB' {
            $frame = [byte[]] (0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x20, 0, 0, 0, 0, 1, 2, 3)
            Add-Reply $endpoint @{ RawStream = $frame }
            $before = [GC]::GetTotalAllocatedBytes()
            $null = Invoke-BRConverse hi -Stream -ErrorVariable failures -ErrorAction SilentlyContinue 6>$null

            $failures[0].FullyQualifiedErrorId | Should -BeLike 'MalformedFrame,*'
            [GC]::GetTotalAllocatedBytes() - $before | Should -BeLessThan 50MB
        }

        It 'tells a page of HTML from an answer' {
            Add-Reply $endpoint @{ ContentType = 'text/html'; Body = '<html>Sign in to the proxy</html>' }
            $null = Invoke-BRConverse hi -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures[0].FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
            $failures[0].CategoryInfo.Category | Should -Be 'ProtocolError'
            $failures[0].Exception.Message | Should -Match 'Sign in to the proxy'
        }

        It 'reports 50 MB of text as too long' {
            $null = Invoke-BRConverse ('x' * 50MB) -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'ValidationException,*'
            $failures[0].Exception.Message | Should -Match 'too long'
        }

        It 'refuses <What> before anything is sent, and ends the command' -ForEach @(
            @{ What = 'an empty prompt'; Arguments = @{ Prompt = ' ' }; Id = 'InvalidRequest*' }
            @{
                What      = 'a model id with spaces'
                Arguments = @{ Prompt = 'hi'; ModelId = 'a b' }
                Id        = 'InvalidRequest*'
            }
            @{
                What      = 'a temperature of 7'
                Arguments = @{ Prompt = 'hi'; Temperature = 7 }
                Id        = 'ParameterArgumentValidationError*'
            }
            @{
                What      = 'additional fields that are no object'
                Arguments = @{ Prompt = 'hi'; AdditionalModelRequestField = 5 }
                Id        = 'InvalidRequest*'
            }
            @{
                What      = 'additional fields that are not JSON'
                Arguments = @{ Prompt = 'hi'; AdditionalModelRequestField = '{' }
                Id        = 'InvalidRequest*'
            }
            @{ What = 'an empty model id'; Arguments = @{ Prompt = 'hi'; ModelId = '' }; Id = 'InvalidRequest*' }
            @{
                What      = 'a password in a URL'
                Arguments = @{ Prompt = 'hi'; EndpointUrl = 'http://user:passw0rd@127.0.0.1' }
                Id        = 'InvalidRequest*'
            }
            @{
                What      = 'an endpoint that is no URL'
                Arguments = @{ Prompt = 'hi'; EndpointUrl = 'nonsense' }
                Id        = 'InvalidRequest*'
            }
        ) {
            { Invoke-BRConverse @Arguments } | Should -Throw -ErrorId $Id
            $endpoint.Requests | Should -HaveCount 0
        }

        It 'names -ModelId and Set-BRDefault where no model is known' {
            Clear-BRDefault ModelId

            { 'a', 'b' | Invoke-BRConverse } | Should -Throw '*-ModelId*Set-BRDefault*' -ErrorId 'InvalidRequest*'
        }

        It 'never puts a prompt into verbose, debug or warning output' {
            $noise = Invoke-BRConverse 'the secret prompt' -Verbose -Debug 3>&1 4>&1 5>&1 |
                Where-Object { $_ -isnot [BedrockPS.ConverseResponse] }

            $noise | Should -Not -BeNullOrEmpty
            "$noise" | Should -Not -Match 'secret'
        }
    }

    Context 'signing' {
        BeforeAll {
            $keys = @{
                AccessKey = [BedrockPS.LocalCredentials]::AccessKey
                SecretKey = [BedrockPS.LocalCredentials]::SecretKey
                Region    = 'eu-central-1'
            }
        }

        It 'signs with explicit keys, for ids with colons and ARNs with slashes' -ForEach @(
            @{ Id = 'amazon.nova-micro-v1:0' }
            @{ Id = 'arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc123' }
        ) {
            (Invoke-BRConverse hi -ModelId $Id @keys).StopReason | Should -Be 'end_turn'
            $endpoint.Requests[-1].Signed | Should -BeTrue
        }

        It 'reports a wrong secret without showing it' {
            $keys.SecretKey = 'not-the-secret'
            $null = Invoke-BRConverse hi @keys -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidSignatureException,*'
            $failures[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
            ($failures[0] | Format-List * -Force | Out-String) | Should -Not -Match 'not-the-secret'
        }

        It 'takes keys and region from a profile' {
            $file = Join-Path $TestDrive credentials
            $access = [BedrockPS.LocalCredentials]::AccessKey
            $secret = [BedrockPS.LocalCredentials]::SecretKey
            "[ops]`naws_access_key_id = $access`naws_secret_access_key = $secret`nregion = ap-southeast-2" |
                Set-Content $file

            (Invoke-BRConverse hi -ProfileName ops -ProfileLocation $file).StopReason | Should -Be 'end_turn'
            $endpoint.Requests[-1].Headers['authorization'] | Should -Match '/ap-southeast-2/bedrock/aws4_request'
        }

        It 'takes keys and region from the environment, for an endpoint that the call names' {
            $shown = Invoke-NewShell @"
`$env:AWS_ACCESS_KEY_ID = '$([BedrockPS.LocalCredentials]::AccessKey)'
`$env:AWS_SECRET_ACCESS_KEY = '$([BedrockPS.LocalCredentials]::SecretKey)'
`$env:AWS_REGION = 'ca-central-1'
Import-Module '$(Get-StagedManifest)'
(Invoke-BRConverse hi -ModelId amazon.nova-micro-v1:0 -EndpointUrl '$($endpoint.Uri)').StopReason
"@
            $shown | Should -Be 'end_turn'
            $endpoint.Requests[-1].Headers['authorization'] | Should -Match '/ca-central-1/bedrock/aws4_request'
        }

        It 'uses the proxy that the environment names for every other host' {
            $listener = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
            $listener.Start()
            $proxy = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
            $shown = Invoke-NewShell @"
`$env:HTTP_PROXY = `$env:http_proxy = '$proxy'
`$env:NO_PROXY = `$env:no_proxy = ''
`$env:AWS_ACCESS_KEY_ID = 'AKID'; `$env:AWS_SECRET_ACCESS_KEY = 'secret'
Import-Module '$(Get-StagedManifest)'
`$limits = @{ TimeoutSec = 3; MaxAttempts = 1 }
Invoke-BRConverse hi -ModelId m -Region us-east-1 -EndpointUrl http://bedrock.invalid @limits 2>&1 |
    ForEach-Object FullyQualifiedErrorId
"@
            $shown | Should -BeLike 'CallTimeout,*'
            $listener.Pending() | Should -BeTrue
            $listener.Stop()
        }

        It 'sends to a path below a gateway''s own path' {
            $null = Invoke-BRConverse hi -EndpointUrl "$($endpoint.Uri)gateway/v1/" -ErrorAction SilentlyContinue

            $endpoint.Requests[-1].Path | Should -Be '/gateway/v1/model/amazon.nova-micro-v1%3A0/converse'
        }

        It 'makes a missing profile an error, and does not fall through to other credentials' {
            { Invoke-BRConverse hi -ProfileName nobody -ProfileLocation (Join-Path $TestDrive none) } |
                Should -Throw -ErrorId 'ProfileNotFound*'
            $endpoint.Requests | Should -HaveCount 0
        }
    }

    Context 'completion' {
        It 'completes model ids without a call' {
            $line = 'Invoke-BRConverse hi -ModelId amazon.nova-m'
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'amazon.nova-micro-v1:0'
            $endpoint.RequestCount | Should -Be 0
        }

        It 'finds an id by a part of it' {
            $line = 'Invoke-BRConverse hi -ModelId sonnet'
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText |
                Should -Contain 'anthropic.claude-3-sonnet-20240229-v1:0'
        }
    }
}

Describe 'Runspaces' {
    It 'share neither defaults nor endpoints' {
        $endpoint = Start-TestEndpoint -SetDefault
        $manifest = Get-StagedManifest
        $seen = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            [pscustomobject] @{ Default = (Get-BRDefault).EndpointUrl; Endpoints = @(Get-BRLocalEndpoint).Count }
        }

        $seen.Default | Should -BeNullOrEmpty
        $seen.Endpoints | Should -Be 0
        (Get-BRDefault).EndpointUrl | Should -Be $endpoint.Uri
        $endpoint.Dispose()
        Clear-BRDefault
    }
}
