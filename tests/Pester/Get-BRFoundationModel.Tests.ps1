BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRFoundationModel' {
    It 'lists models as objects with plain flags' {
        $models = Get-BRFoundationModel

        $models.Count | Should -BeGreaterThan 10
        $models[0] | Should -BeOfType BedrockPS.FoundationModel
        @($models | Where-Object Streaming).Count | Should -BeGreaterThan 5
        @($models | Where-Object { -not $_.Streaming }).Count | Should -BeGreaterThan 1
        ($models | Where-Object ModelId -EQ 'amazon.nova-micro-v1:0').Provider | Should -Be 'Amazon'
    }

    It 'keeps what the service does not describe' {
        (Get-BRFoundationModel amazon.nova-micro-v1:0).Other['converse'].systemRoleSupported | Should -BeTrue
    }

    It 'filters by wildcard' {
        (Get-BRFoundationModel *nova-m*).ModelId | Should -Be 'amazon.nova-micro-v1:0'
    }

    It 'lets the service filter by <Parameter>' -ForEach @(
        @{ Parameter = 'Provider'; Value = 'Amazon'; Query = 'byProvider=Amazon' }
        @{ Parameter = 'OutputModality'; Value = 'EMBEDDING'; Query = 'byOutputModality=EMBEDDING' }
        @{ Parameter = 'InferenceType'; Value = 'INFERENCE_PROFILE'; Query = 'byInferenceType=INFERENCE_PROFILE' }
        @{ Parameter = 'ByProvider'; Value = 'AI21 Labs'; Query = 'byProvider=AI21%20Labs' }
    ) {
        $arguments = @{ $Parameter = $Value }
        $models = @(Get-BRFoundationModel @arguments)

        $endpoint.Requests[-1].Path | Should -BeLike "*$Query*"
        $models.Count | Should -BeGreaterThan 0
        $models.Count | Should -BeLessThan @(Get-BRFoundationModel).Count
    }

    It 'says which id is not there' {
        $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
        $found = Get-BRFoundationModel amazon.nova-micro-v1:0, no.such-model @silent

        $found | Should -HaveCount 1
        $failures | Should -HaveCount 1
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].TargetObject | Should -Be 'no.such-model'
    }

    It 'finds nothing by wildcard without an error' {
        Get-BRFoundationModel zzz* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'shows streaming and status in a table of 80 columns' {
        $shown = Get-BRFoundationModel | Out-String -Width 80

        ($shown -split "`n")[1] | Should -Match 'ModelId.*Streaming.*Status'
    }
}
