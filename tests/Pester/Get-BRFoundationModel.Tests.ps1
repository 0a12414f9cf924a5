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

    It 'filters by name for people, in which case does not count' {
        (Get-BRFoundationModel 'claude sonnet 4.5').ModelId | Should -Be 'anthropic.claude-sonnet-4-5-20250929-v1:0'
    }

    It 'filters here by -<Filter> <Value>' -ForEach @(
        @{ Filter = 'InputModality'; Value = 'IMAGE', 'VIDEO'; Test = { $_.InputModalities -contains 'VIDEO' } }
        @{ Filter = 'Streaming'; Value = $true; Test = { $_.Streaming } }
        @{ Filter = 'Streaming'; Value = $false; Test = { -not $_.Streaming } }
        @{ Filter = 'Active'; Value = $true; Test = { $_.Status -eq 'ACTIVE' } }
        @{ Filter = 'Active'; Value = $false; Test = { $_.Status -eq 'LEGACY' } }
        @{ Filter = 'Supports'; Value = 'Documents'; Test = { $_.DocumentTypes.Count -gt 0 } }
        @{ Filter = 'Supports'; Value = 'pdf', 'caching'; Test = { $_.Supports -contains 'Caching' } }
        @{ Filter = 'Supports'; Value = 'Tools'; Test = { $_.Sources.Supports -match 'Tools: models.dev' } }
    ) {
        $endpoint.ClearRequests()
        $with = @{ $Filter = $Value }
        $models = @(Get-BRFoundationModel @with)

        $models.Count | Should -BeGreaterThan 0
        @($models | Where-Object $Test).Count | Should -Be $models.Count
        $endpoint.Requests.Path | Should -Be '/foundation-models'
        $models.Count | Should -BeLessThan @(Get-BRFoundationModel).Count
    }

    It 'asks once for a pipeline of ids' {
        $endpoint.ClearRequests()
        $models = 'amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0' | Get-BRFoundationModel

        $models.Name | Should -Be 'Nova Lite', 'Nova Pro'
        $endpoint.Requests | Should -HaveCount 1
    }

    It 'gives plain values to sort, group and export' {
        $model = Get-BRFoundationModel amazon.nova-lite-v1:0

        $model.MaxOutputTokens | Should -Be 10000
        $model.DocumentTypes | Should -Contain 'pdf'
        $model.Supports | Should -Contain 'SystemPrompt'
        $row = $model | ConvertTo-Csv | ConvertFrom-Csv
        $row.InputModalities | Should -Be 'TEXT; IMAGE; VIDEO'
        "$($row.PSObject.Properties.Value)" | Should -Not -Match 'System\.|BedrockPS\.'
        (Get-BRFoundationModel | Group-Object Status).Name | Should -Be 'ACTIVE', 'LEGACY'
        ($model | ConvertTo-Json -Depth 6 | ConvertFrom-Json).InputModalities | Should -Be 'TEXT', 'IMAGE', 'VIDEO'
    }

    It 'adds price and limits from the price table, each with its source, and knows what it does not know' {
        $models = Get-BRFoundationModel
        $priced = $models | Where-Object ModelId -EQ 'amazon.nova-lite-v1:0'

        $priced.InputPrice | Should -BeGreaterThan 0
        $priced.OutputPrice | Should -BeGreaterThan $priced.InputPrice
        $priced.Currency | Should -Be 'USD'
        $priced.ContextWindow | Should -BeGreaterThan 100000
        $priced.Sources.InputPrice, $priced.Sources.ContextWindow | Should -Match '\d{4}-\d{2}-\d{2}'
        $priced.Sources.Keys | Should -Not -Contain 'MaxOutputTokens' -Because 'the service itself says it'
        @($models | Where-Object InputPrice -EQ 0) | Should -BeNullOrEmpty
        @($models | Where-Object { $null -eq $_.InputPrice -and $_.Sources.InputPrice }) | Should -BeNullOrEmpty
    }

    It 'takes the price of an imported table' {
        $table = Join-Path $TestDrive own.json
        @{
            format = 'BedrockPS.Prices/1'; date = '2026-01-02'; currency = 'EUR'; sources = @{}
            models = @(@{
                    model  = 'amazon.nova-lite-v1:0'
                    prices = @(@{ input = 7; output = 9; source = 'our contract' })
                })
        } | ConvertTo-Json -Depth 6 | Set-Content $table
        $shown = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
Import-BRPrice '$table' -SessionOnly
`$null = Start-BRLocalEndpoint -SetDefault
`$model = Get-BRFoundationModel amazon.nova-lite-v1:0
`$model.InputPrice, `$model.OutputPrice, `$model.Currency, `$model.Sources.InputPrice
"@
        $shown | Should -Be '7', '9', 'EUR', 'our contract'
    }

    It 'lets a Pester mock build one' {
        $model = [BedrockPS.FoundationModel] @{
            ModelId = 'x'; InputModalities = 'TEXT', 'IMAGE'; ContextWindow = 1000; Supports = @('Tools')
        }

        $model.InputModalities | Should -Be 'TEXT', 'IMAGE'
        $model.ContextWindow | Should -Be 1000
    }

    It 'shows streaming and status in a table of 80 columns' {
        $shown = Get-BRFoundationModel | Out-String -Width 80

        ($shown -split "`n")[1] | Should -Match 'ModelId.*Streaming.*Status'
    }
}
