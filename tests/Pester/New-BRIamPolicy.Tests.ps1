BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
    $here = @{ Region = 'eu-central-1' }
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'New-BRIamPolicy' {
    BeforeEach {
        $endpoint.ClearRequests()
        $endpoint.ClearReplies()
    }

    It 'names a model in the region and asks nobody' {
        $policy = New-BRIamPolicy amazon.nova-lite-v1:0 @here

        $policy | Should -BeOfType BedrockPS.IamPolicy
        $policy.Version | Should -Be '2012-10-17'
        $policy.Statement.Action | Should -Be 'bedrock:InvokeModel'
        $policy.Statement.Resource | Should -Be 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0'
        $endpoint.RequestCount | Should -Be 0
    }

    It 'needs no endpoint and no credentials for a model' {
        $shown = Invoke-NewShell @"
`$env:AWS_EC2_METADATA_DISABLED = 'true'
Import-Module '$(Get-StagedManifest)'
(New-BRIamPolicy amazon.nova-lite-v1:0 -Region us-gov-west-1).Statement.Resource
"@
        $shown | Should -Be 'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-lite-v1:0'
    }

    It 'gives the same JSON by ConvertTo-Json -Depth 5 as by -AsJson' {
        $ask = $here + @{ ModelId = 'eu.amazon.nova-lite-v1:0', 'ai21.jamba-1-5-mini-v1:0' }
        $text = New-BRIamPolicy @ask -Stream -List -AsJson
        $object = New-BRIamPolicy @ask -Stream -List | ConvertTo-Json -Depth 5 -WarningVariable cut

        $text | Should -BeOfType string
        $cut | Should -BeNullOrEmpty
        $order = 'Sid', 'Effect', 'Action', 'Resource', 'Condition'
        $same = { ($args[0] | ConvertFrom-Json).Statement | Select-Object $order | ConvertTo-Json -Depth 9 }
        & $same $object | Should -Be (& $same $text)
        $object | Should -Not -Match 'null'
    }

    It 'asks the service which models a profile routes to' {
        $policy = New-BRIamPolicy global.anthropic.claude-haiku-4-5-20251001-v1:0 @here

        $policy.Statement.Sid | Should -Be 'InvokeInferenceProfiles', 'InvokeModelsThroughProfiles'
        $policy.Statement[1].Resource[0] |
            Should -Be 'arn:aws:bedrock:::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0'
        $policy.Statement[1].Condition.StringEquals.'bedrock:InferenceProfileArn' |
            Should -Be $policy.Statement[0].Resource
        $endpoint.Requests.Operation | Should -Be 'GetInferenceProfile'
    }

    It 'finds an application profile by its bare id' {
        (New-BRIamPolicy local0reports @here).Statement[0].Resource |
            Should -Be 'arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/local0reports'
    }

    It 'adds the profiles that contain the model with -Profile, listing them once' {
        $policy = 'amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0' | New-BRIamPolicy -Profile @here

        $policy.Statement.Sid | Should -Be 'InvokeModels', 'InvokeInferenceProfiles', 'InvokeModelsThroughProfiles'
        $policy.Statement[1].Resource.Count | Should -Be 2
        @($endpoint.Requests | Where-Object Path -EQ '/inference-profiles?type=SYSTEM_DEFINED').Count | Should -Be 1
    }

    It 'warns where no profile contains the model' {
        $policy = New-BRIamPolicy cohere.command-r-v1:0 -Profile @here -WarningVariable warnings 3> $null

        $policy.Statement | Should -HaveCount 1
        $warnings | Should -BeLike "*'cohere.command-r-v1:0'*"
    }

    It 'makes one policy of <Kind> in the pipeline' -ForEach @(
        @{ Kind = 'models'; Make = { Get-BRFoundationModel *nova-l*, *nova-m* } }
        @{ Kind = 'objects with a ModelId'; Make = {
                'amazon.nova-lite-v1:0', 'amazon.nova-micro-v1:0' |
                    ForEach-Object { [pscustomobject] @{ ModelId = $_ } }
            } }
    ) {
        (& $Make | New-BRIamPolicy @here).Statement.Resource | Should -Be @(
            'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0'
            'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-micro-v1:0'
        )
    }

    It 'reports what it cannot find and allows the rest' {
        $silent = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
        $policy = 'us.no.such-model', 'amazon.nova-lite-v1:0' | New-BRIamPolicy @here @silent

        $policy.Statement.Resource | Should -BeLike '*amazon.nova-lite-v1:0'
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ResourceNotFoundException,*'
        $failures[0].TargetObject | Should -Be 'us.no.such-model'
    }

    It 'writes nothing where nothing was found' {
        New-BRIamPolicy us.no.such-model -List @here -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'says that a region is missing' -Skip:([bool] ($env:AWS_REGION + $env:AWS_DEFAULT_REGION)) {
        { New-BRIamPolicy amazon.nova-lite-v1:0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'RegionNotFound,*' -ExpectedMessage '*-Region*'
    }

    It 'warns that a prompt has a model of its own' {
        New-BRIamPolicy arn:aws:bedrock:eu-west-1:111122223333:prompt/ABCDEFGHIJ -WarningVariable warnings 3> $null |
            ForEach-Object Statement | ForEach-Object Action | Should -Be 'bedrock:RenderPrompt'
        $warnings | Should -HaveCount 1
    }

    It 'shows its statements' {
        $shown = New-BRIamPolicy eu.amazon.nova-lite-v1:0 @here | Out-String -Width 120

        $shown | Should -Match 'InvokeInferenceProfiles'
        $shown | Should -Match 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0'
    }
}
