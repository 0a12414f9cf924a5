BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $env:BEDROCKPS_DATA_HOME = "$TestDrive/data"
    $null = New-Item "$TestDrive/own.json" -Value @'
{ "format": "BedrockPS.Prices/1", "date": "2026-10-01", "currency": "USD", "models": [
  { "model": "test.model", "maxOutputTokens": 100, "prices": [
    { "input": 1, "output": 2 },
    { "from": "2999-01-01", "input": 10 },
    { "geography": "global", "input": 0.9, "output": 1.8 },
    { "regions": [ "eu-west-2", "eu-west-3" ], "input": 1.5, "output": 3 },
    { "tier": "batch", "input": 0.5, "output": 1 } ] } ] }
'@
    Import-BRPrice "$TestDrive/own.json" -SessionOnly
}

AfterAll {
    Import-BRPrice -Reset
    Remove-Item env:BEDROCKPS_DATA_HOME
}

Describe 'Get-BRPrice' {
    It 'lists models by wildcard' {
        $prices = Get-BRPrice *nova*

        $prices | Should -BeOfType BedrockPS.ModelPrice
        $prices.ModelId | Select-Object -Unique | Should -Contain 'amazon.nova-micro-v1:0'
        $prices | ForEach-Object { $_.Source | Should -Not -BeNullOrEmpty }
    }

    It 'shows the prices in force, and others with -All' {
        (Get-BRPrice test.model).Input | Sort-Object | Should -Be 0.9, 1, 1.5
        (Get-BRPrice test.model -All).Input | Should -Contain 10
    }

    It 'shows what holds in a region' {
        $price = Get-BRPrice test.model -Region eu-west-2 | Where-Object { -not $_.Geography }

        $price.Input | Should -Be 1.5
        $price.Regions | Should -Be 'eu-west-2', 'eu-west-3'
        (Get-BRPrice test.model -Region us-east-1 | Where-Object { -not $_.Geography }).Input | Should -Be 1
    }

    It 'shows what holds for the profile <_>' -ForEach 'global.test.model', 'us.test.model' {
        $price = Get-BRPrice $_ -Region us-east-1

        $price | Should -HaveCount 1
        $price.Input | Should -Be ($_ -eq 'global.test.model' ? 0.9 : 1)
    }

    It 'shows other tiers when asked' {
        (Get-BRPrice test.model -Tier batch).Output | Should -Be 1
        (Get-BRPrice test.model -Tier *).Tier | Should -Contain 'batch'
    }

    It 'takes models from the pipeline' {
        $model = [pscustomobject] @{ ModelId = 'test.model' }

        ($model | Get-BRPrice -Region us-east-1).MaxOutputTokens | Should -Be 100, 100
    }

    It 'says why there is no price of <_>' -ForEach @(
        'no.such-model'
        'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc'
    ) {
        $prices = Get-BRPrice $_, test.model -ErrorAction SilentlyContinue -ErrorVariable failures

        $prices.Count | Should -BeGreaterThan 0
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'PriceUnknown,*'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].TargetObject | Should -Be $_
    }

    It 'completes the models that have a price, those of an imported table too, with the price as a tip' {
        $found = (TabExpansion2 ($line = 'Get-BRPrice -ModelId amazon.nova-mi') $line.Length).CompletionMatches
        $own = (TabExpansion2 ($line = 'Get-BRPrice test.') $line.Length).CompletionMatches
        $all = (TabExpansion2 ($line = 'Get-BRPrice ') $line.Length).CompletionMatches

        $found.CompletionText | Should -Contain 'amazon.nova-micro-v1:0'
        $found[0].ToolTip | Should -BeLike 'amazon.nova-micro-v1:0; context 128K; * USD in, * out*'
        $own.CompletionText | Should -Be 'test.model'
        $ids = (Get-BRPrice -Tier * -All).ModelId | Sort-Object -Unique
        @($ids | Where-Object { $_ -notin $all.CompletionText }) | Should -BeNullOrEmpty
    }

    It 'shows a table of 80 columns' {
        $shown = Get-BRPrice amazon.nova-micro-v1:0 -Region eu-west-2 | Out-String -Width 80

        $shown | Should -Match 'eu-west-2 +default +0\.049 +0\.196'
    }
}
