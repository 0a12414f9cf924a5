BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
    $sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRInferenceProfile' {
    BeforeEach {
        $endpoint.ClearRequests()
    }

    It 'lists both types, page after page' {
        $profiles = Get-BRInferenceProfile

        $profiles[0] | Should -BeOfType BedrockPS.InferenceProfile
        $profiles.Type | Select-Object -Unique | Should -Be 'SYSTEM_DEFINED', 'APPLICATION'
        @($endpoint.Requests).Count | Should -BeGreaterThan 2
        ($profiles | Group-Object InferenceProfileId | Where-Object Count -GT 1) | Should -BeNullOrEmpty
    }

    It 'reads no page more than is asked for' {
        (Get-BRInferenceProfile | Select-Object -First 1).Status | Should -Be 'ACTIVE'

        $endpoint.Requests | Should -HaveCount 1
    }

    It 'follows the region' {
        (Get-BRInferenceProfile "*$sonnet" -Region ap-northeast-1).Geography | Sort-Object |
            Should -Be 'apac', 'global', 'jp'
    }

    It 'says where calls are processed, and what to call' {
        $profiles = Get-BRInferenceProfile "us.$sonnet", local0reports

        $profiles[0].Geography | Should -Be 'us'
        $profiles[0].Regions | Should -Be 'us-east-1', 'us-east-2', 'us-west-2'
        $profiles[0].FoundationModelId | Should -Be $sonnet
        $profiles[0].ModelId | Should -Be "us.$sonnet"
        $profiles[1].ModelId | Should -BeLike 'arn:aws:bedrock:us-east-1:*:application-inference-profile/local0reports'
        $profiles[1].Geography | Should -BeNullOrEmpty
        $endpoint.Requests.Operation | Should -Be 'GetInferenceProfile', 'GetInferenceProfile'
    }

    It 'filters by model, type and geography' {
        (Get-BRInferenceProfile -FoundationModelId *nova-lite* -Type SYSTEM_DEFINED).ModelId |
            Should -Be 'us.amazon.nova-lite-v1:0'
        (Get-BRInferenceProfile -Type APPLICATION).Name | Should -Be 'reports'
        $endpoint.Requests[-1].Path | Should -Be '/inference-profiles?type=APPLICATION'
        (Get-BRInferenceProfile -Geography global).IsGlobal | Select-Object -Unique | Should -BeTrue
    }

    It 'finds the profiles of piped models' {
        (Get-BRFoundationModel $sonnet | Get-BRInferenceProfile).ModelId | Should -Be "us.$sonnet", "global.$sonnet"
    }

    It 'finds one by its name for people, where no id is so' {
        (Get-BRInferenceProfile 'US Nova Pro').ModelId | Should -Be 'us.amazon.nova-pro-v1:0'
    }

    It 'says what is not there, and goes on' {
        $silent = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
        $found = Get-BRInferenceProfile no.such.profile, "us.$sonnet" @silent

        $found.ModelId | Should -Be "us.$sonnet"
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ResourceNotFoundException,*'
        $failures[0].TargetObject | Should -Be 'no.such.profile'
        Get-BRInferenceProfile zzz* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'calls a model through each kind of profile from the pipeline' {
        $answers = Get-BRInferenceProfile "us.$sonnet", local0reports | Invoke-BRConverse 'Hello'

        $answers.ModelId | Should -Be "us.$sonnet", (Get-BRInferenceProfile local0reports).InferenceProfileArn
        $answers.StopReason | Should -Be 'end_turn', 'end_turn'
    }

    It 'says in a CSV file and a table what its lists hold' {
        $row = Get-BRInferenceProfile "us.$sonnet" | ConvertTo-Csv | ConvertFrom-Csv

        $row.Regions | Should -Be 'us-east-1; us-east-2; us-west-2'
        $row.Models | Should -BeLike 'arn:aws:bedrock:us-east-1::foundation-model/*; arn:*'
        Get-BRInferenceProfile "us.$sonnet" | Out-String -Width 120 |
            Should -Match "us.$sonnet +us +ACTIVE us-east-1, us-"
    }
}
