# The examples of docs/examples on models, as a reader runs them.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $examples = (Resolve-Path $PSScriptRoot/../../docs/examples).Path
    $sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
    $nova = 'amazon.nova-micro-v1:0'
}

Describe 'Examples of models' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It '01-list-models.ps1 lists ids and providers' {
        $models = & "$examples/01-list-models.ps1" -Region eu-central-1

        $models.Count | Should -BeGreaterThan 10
        ($models | Where-Object ModelId -EQ $nova).Provider | Should -Be 'Amazon'
        $models[0].PSObject.Properties.Name | Should -Be 'ModelId', 'Provider'
    }

    It '17-route-by-difficulty.ps1 asks the model that a question needs' {
        Add-Reply $endpoint @{ Match = '6 x 7'; Text = 'easy' }
        Add-Reply $endpoint @{ Match = 'deadlock'; Text = 'Hard.' }
        $answers = 'What is 6 x 7?', 'Why do our jobs deadlock?' | & "$examples/17-route-by-difficulty.ps1"

        $answers.ModelId | Should -Be $nova, 'amazon.nova-pro-v1:0'
        $answers.Tokens | Should -BeGreaterThan 0
        $endpoint.Requests.ModelId | Should -Be $nova, $nova, $nova, 'amazon.nova-pro-v1:0'
    }

    It '20-pick-a-model.ps1 returns what will do, legacy ones left out' {
        $models = & "$examples/20-pick-a-model.ps1" -Supports pdf, Streaming

        $models.ModelId | Should -Contain 'amazon.nova-lite-v1:0'
        $models.ModelId | Should -Not -Contain $nova
        & "$examples/20-pick-a-model.ps1" | ForEach-Object ModelId | Should -Not -Contain 'amazon.titan-text-express-v1'
    }

    It '22-models-in-configuration.ps1 asks the model that the file names for a role' {
        $answer = & "$examples/22-models-in-configuration.ps1" -Role report -Prompt 'Hello'

        $answer.ModelId, $answer.ResolvedModelId | Should -Be $sonnet, "us.$sonnet"
        { & "$examples/22-models-in-configuration.ps1" -Role none -Prompt 'Hello' } | Should -Throw "*'none'*report*"
    }

    It '22-models-in-configuration.ps1 takes the ARN of a profile, and ends where an id is wrong' {
        $file = Join-Path $TestDrive models.psd1
        $arn = (Get-BRInferenceProfile local0reports).InferenceProfileArn
        Set-Content $file "@{ Models = @{ triage = '$arn' }; Geography = 'us'; MaxTokens = 10 }"
        $answer = & "$examples/22-models-in-configuration.ps1" -Path $file -Prompt 'Hello' 3> $null
        $answer.ResolvedModelId | Should -Be $arn

        Set-Content $file "@{ Models = @{ triage = '$nova'; report = '$sonnet' }; Geography = 'jp'; MaxTokens = 10 }"
        $endpoint.ClearRequests()
        { & "$examples/22-models-in-configuration.ps1" -Path $file -Prompt 'Hello' } |
            Should -Throw '*cannot be called*'
        $endpoint.Requests.Operation | Should -Not -Contain 'Converse'
    }

    It '24-troubleshoot.ps1 tells <Kind>' -ForEach @(
        @{ Kind = 'fine'; Reply = $null }
        @{ Kind = 'access denied'; Reply = @{ ErrorCode = 'AccessDeniedException' } }
        @{ Kind = 'model not found'; Reply = @{ ErrorCode = 'ResourceNotFoundException' } }
        @{ Kind = 'throttled'; Reply = @{ ErrorCode = 'ThrottlingException'; Times = 3 } }
        @{ Kind = 'too slow'; Reply = @{ ErrorCode = 'ModelTimeoutException'; Times = 3 } }
        @{ Kind = 'malformed input'; Reply = @{ ErrorCode = 'ValidationException' } }
        @{ Kind = 'empty answer'; Reply = @{ Text = ''; StopReason = 'content_filtered' } }
    ) {
        if ($Reply) {
            Add-Reply $endpoint ($Reply + @{ Operation = 'Converse' })
        }

        $told = & "$examples/24-troubleshoot.ps1" -ModelId $nova 3> $null

        $told.Kind | Should -Be $Kind
        if ($Reply -and $Reply['ErrorCode']) {
            $told.Action | Should -Not -BeNullOrEmpty
            $told.Message | Should -Not -BeNullOrEmpty
        }
    }

    It '24-troubleshoot.ps1 tells that a model cannot be called on demand, and what to do' {
        Set-BRDefault -Geography jp
        $told = & "$examples/24-troubleshoot.ps1" -ModelId $sonnet

        $told.Kind | Should -Be 'on-demand not supported'
        $told.Action | Should -BeLike '*-Geography us or global*'
        $told.Findings[0].IsBlocking | Should -BeTrue
    }
}
