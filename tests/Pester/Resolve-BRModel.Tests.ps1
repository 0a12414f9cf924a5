BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
}

Describe 'Resolve-BRModel' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'finds in <Region> what the region itself lists' -ForEach @(
        @{ Region = 'us-east-1'; Geography = 'us' }
        @{ Region = 'eu-central-1'; Geography = 'eu' }
        @{ Region = 'us-gov-west-1'; Geography = 'us-gov' }
        @{ Region = 'ap-northeast-1'; Geography = 'jp' }
        @{ Region = 'ap-southeast-2'; Geography = 'au' }
        @{ Region = 'ca-central-1'; Geography = 'us' }
        @{ Region = 'sa-east-1'; Geography = 'us' }
    ) {
        $keys = Get-LocalKey
        $found = Resolve-BRModel $sonnet -Region $Region @keys

        $found | Should -BeOfType BedrockPS.ModelResolution
        $found.ModelId, $found.ResolvedModelId | Should -Be $sonnet, "$Geography.$sonnet"
        $found.Geography, $found.Region | Should -Be $Geography, $Region
        $endpoint.Requests.Signed | Should -Not -Contain $false
    }

    It 'takes the region of <From> where -Region says nothing' -ForEach @(
        @{ From = 'the session'; Session = @{ Region = 'ap-southeast-2'; ProfileName = 'default' }; Variables = @{} }
        @{ From = 'the profile'; Session = @{ ProfileName = 'sydney' }; Variables = @{} }
        @{ From = 'the environment'; Session = @{}; Variables = @{ AWS_REGION = 'ap-southeast-2' } }
        @{ From = 'the environment''s profile'; Session = @{}; Variables = @{ AWS_PROFILE = 'sydney' } }
    ) {
        # Not the session's own, so that it is signed for as AWS is.
        $foreign = [BedrockPS.LocalEndpoint]::Start()
        $config = Join-Path $TestDrive config
        $keys = Get-LocalKey
        $lines = "aws_access_key_id = $($keys.AccessKey)", "aws_secret_access_key = $($keys.SecretKey)"
        Set-Content $config ('[default]', $lines, '[profile sydney]', 'region = ap-southeast-2', $lines | Write-Output)
        $usual = @{
            AWS_CONFIG_FILE = $config; AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/none"; AWS_REGION = $null
            AWS_DEFAULT_REGION = $null; AWS_PROFILE = $null; AWS_ENDPOINT_URL = "$($foreign.Uri)"
            AWS_ACCESS_KEY_ID = $From -eq 'the environment' ? $keys.AccessKey : $null
            AWS_SECRET_ACCESS_KEY = $From -eq 'the environment' ? $keys.SecretKey : $null
        }
        foreach ($name in $Variables.Keys) {
            $usual[$name] = $Variables[$name]
        }

        Clear-BRDefault
        $answer, $resolved = Use-Environment $usual {
            if ($Session.Count) {
                Set-BRDefault @Session
            }

            Invoke-BRConverse hi -ModelId $sonnet
            Resolve-BRModel $sonnet
        }

        $foreign.Dispose()
        $answer.ResolvedModelId | Should -Be "au.$sonnet"
        $resolved.ResolvedModelId | Should -Be "au.$sonnet"
        $foreign.Requests.Signed | Should -Not -Contain $false
    }

    It 'leaves <_> as it is, and asks nobody' -ForEach @(
        'eu.anthropic.claude-sonnet-4-5-20250929-v1:0'
        'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0'
        'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc'
        'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc'
        'arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/abc'
        'arn:aws:bedrock:us-east-1:123456789012:imported-model/abc'
        'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1'
        'my-throughput'
    ) {
        (Resolve-BRModel $_).ResolvedModelId | Should -Be $_
        $endpoint.RequestCount | Should -Be 0
    }

    It 'leaves what the region does not list, and what can be called' {
        $found = 'no.such-model', 'amazon.nova-lite-v1:0' | Resolve-BRModel

        $found.ResolvedModelId | Should -Be 'no.such-model', 'amazon.nova-lite-v1:0'
        $found.Reason | Should -BeLike '*'
        $found[0].Reason | Should -BeLike '*lists no such model*'
        $found[1].Reason | Should -BeLike '*on demand*'
    }

    It 'goes where -Geography or the session allows, and nowhere else' {
        (Resolve-BRModel $sonnet -Region ap-northeast-1 -Geography apac).Geography | Should -Be 'apac'
        Set-BRDefault -Geography apac, global
        (Get-BRDefault).Geography | Should -Be 'apac', 'global'
        (Resolve-BRModel $sonnet -Region ap-northeast-1).Geography | Should -Be 'apac'
        (Resolve-BRModel $sonnet -Region ap-northeast-1 -Geography jp).Geography | Should -Be 'jp'

        $silent = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
        Resolve-BRModel $sonnet -Geography eu @silent | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ModelNotCallable,*'
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Geography us or global, now eu*'
    }

    It 'says what is missing where listing is denied' {
        Add-Reply $endpoint @{ Path = '/foundation-models'; ErrorCode = 'AccessDeniedException' }
        Resolve-BRModel $sonnet -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'AccessDeniedException,*'
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'asks once, and again with -Refresh' {
        $null = $sonnet, $sonnet | Resolve-BRModel
        $null = Resolve-BRModel $sonnet
        @($endpoint.Requests | Where-Object Operation -EQ ListFoundationModels) | Should -HaveCount 1

        $null = $sonnet, $sonnet | Resolve-BRModel -Refresh
        @($endpoint.Requests | Where-Object Operation -EQ ListFoundationModels) | Should -HaveCount 2
    }

    It 'resolves the session''s model, and piped ones' {
        Set-BRDefault -ModelId $sonnet
        (Resolve-BRModel).ResolvedModelId | Should -Be "us.$sonnet"
        (Get-BRFoundationModel *claude* | Resolve-BRModel).ResolvedModelId | Should -Contain "us.$sonnet"
    }

    It 'shows the choice, and what else there is' {
        $shown = Resolve-BRModel $sonnet | Out-String -Width 120

        $shown | Should -Match "ResolvedModelId : us.$sonnet"
        $shown | Should -Match "Alternatives    : global.$sonnet"
    }
}
