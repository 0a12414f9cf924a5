BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Invoke-BRModel' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $claude = @{
            anthropic_version = 'bedrock-2023-05-31'
            max_tokens        = 256
            messages          = @(@{ role = 'user'; content = 'hi' })
        }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'sends Titan''s shape and decodes its answer' {
        $body = @{ inputText = 'hi'; textGenerationConfig = @{ maxTokenCount = 512; temperature = 0.5 } }
        $answer = Invoke-BRModel -ModelId amazon.titan-text-express-v1 -Body $body

        $sent = Get-SentBody $endpoint
        $sent.inputText | Should -Be 'hi'
        $sent.textGenerationConfig.temperature | Should -Be 0.5
        $answer.Text | Should -Be $answer.Body.results[0].outputText
        $answer.Text | Should -Not -BeNullOrEmpty
        $answer.Usage.OutputTokens | Should -BeGreaterThan 0
        $answer.StopReason | Should -Be 'FINISH'
    }

    It 'streams <Model> and folds the same text as the whole answer has' -ForEach @(
        @{
            Model = 'anthropic.claude-3-sonnet-20240229-v1:0'
            Body  = @{
                anthropic_version = 'bedrock-2023-05-31'
                max_tokens        = 256
                messages          = @(@{ role = 'user'; content = 'hi' })
            }
        }
        @{ Model = 'amazon.titan-text-express-v1'; Body = @{ inputText = 'hi' } }
        @{
            Model = 'amazon.nova-micro-v1:0'
            Body  = @{ messages = @(@{ role = 'user'; content = @(@{ text = 'hi' }) }) }
        }
        @{ Model = 'meta.llama3-8b-instruct-v1:0'; Body = @{ prompt = 'hi' } }
        @{ Model = 'mistral.mistral-7b-instruct-v0:2'; Body = @{ prompt = 'hi' } }
        @{ Model = 'cohere.command-r-v1:0'; Body = @{ message = 'hi' } }
        @{ Model = 'openai.gpt-oss-120b-1:0'; Body = @{ messages = @(@{ role = 'user'; content = 'hi' }) } }
    ) {
        $whole = Invoke-BRModel -ModelId $Model -Body $Body
        $all = Invoke-BRModel -ModelId $Model -Body $Body -Stream 6>&1
        $streamed = $all[-1]

        $whole.Text | Should -Not -BeNullOrEmpty
        $streamed.Text | Should -Be $whole.Text
        $streamed.StopReason | Should -Not -BeNullOrEmpty
        $streamed.Usage.OutputTokens | Should -Be $whole.Usage.OutputTokens
        $written = $all | Where-Object { $_ -is [System.Management.Automation.InformationRecord] }
        $written.MessageData.Message -join '' | Should -Be $whole.Text
    }

    It 'returns chunks as they arrive with -AsEvent' {
        $chunks = Invoke-BRModel -ModelId anthropic.claude-3-sonnet-20240229-v1:0 -Body $claude -AsEvent

        $chunks[0].Body.type | Should -Be 'message_start'
        $chunks.Text -join '' | Should -Match 'hi'
    }

    It 'takes the body as <Kind>' -ForEach @(
        @{ Kind = 'JSON text'; Body = '{"inputText":"hi"}' }
        @{ Kind = 'an ordered dictionary'; Body = [ordered] @{ inputText = 'hi' } }
        @{ Kind = 'a custom object'; Body = [pscustomobject] @{ inputText = 'hi' } }
        @{ Kind = 'bytes'; Body = [Text.Encoding]::UTF8.GetBytes('{"inputText":"hi"}') }
    ) {
        (Invoke-BRModel -ModelId amazon.titan-text-express-v1 -Body $Body).Text | Should -Not -BeNullOrEmpty
        (Get-SentBody $endpoint).inputText | Should -Be 'hi'
    }

    It 'takes bodies from the pipeline, one call each' {
        $answers = @{ inputText = 'one' }, @{ inputText = 'two' } | Invoke-BRModel -ModelId amazon.titan-text-express-v1

        $answers | Should -HaveCount 2
    }

    It 'refuses a body that is not JSON, before anything is sent' {
        { Invoke-BRModel -ModelId amazon.titan-text-express-v1 -Body 'not json' } |
            Should -Throw '*not JSON*' -ErrorId 'InvalidRequest,*'
        $endpoint.Requests | Should -HaveCount 0
    }

    It 'refuses a piped body that is not JSON, and goes on' {
        $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
        $answers = 'not json', '{"inputText":"hi"}' | Invoke-BRModel -ModelId amazon.titan-text-express-v1 @silent

        $answers | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'refuses a body that contains itself' {
        $loop = @{}
        $loop.self = $loop

        { Invoke-BRModel -ModelId amazon.titan-text-express-v1 -Body $loop } | Should -Throw -ErrorId 'InvalidRequest,*'
    }

    It 'makes one call of bytes that the pipeline took apart' {
        $bytes = [Text.Encoding]::UTF8.GetBytes('{"inputText":"hi"}')
        $answers = $bytes | Invoke-BRModel -ModelId amazon.titan-text-express-v1

        $answers | Should -HaveCount 1
        (Get-SentBody $endpoint).inputText | Should -Be 'hi'
    }

    It 'sends -Accept as it is given' {
        $accept = 'application/json; charset=utf-8'
        $null = Invoke-BRModel -ModelId amazon.titan-text-express-v1 -Body @{ inputText = 'hi' } -Accept $accept

        $endpoint.Requests[-1].Headers['accept'] | Should -Be $accept
    }

    It 'keeps the partial text when the stream breaks' {
        Add-Reply $endpoint @{ Text = 'one two three four five six'; CutAfterBytes = 1200 }
        $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
        Invoke-BRModel -ModelId anthropic.claude-3-sonnet-20240229-v1:0 -Body $claude -Stream @silent 6>$null

        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'StreamTruncated,*'
        $failures[0].Exception.PartialResponse.Text | Should -Match '^one'
    }

    It 'passes on what the service has against the body' {
        $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
        Invoke-BRModel -ModelId amazon.titan-text-express-v1 -Body @{ wrong = 1 } @silent

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ValidationException,*'
        $failures[0].Exception.Message | Should -Match 'inputText'
    }
}
