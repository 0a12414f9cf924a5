BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $env:BEDROCKPS_DATA_HOME = "$TestDrive/data"

    function New-Table([string] $Name, [string] $Model, [double] $Price) {
        $path = "$TestDrive/$Name.json"
        $priced = @{ model = $Model; prices = @(@{ input = $Price }) }
        @{ format = 'BedrockPS.Prices/1'; date = '2026-10-01'; currency = 'USD'; models = @($priced) } |
            ConvertTo-Json -Depth 5 | Set-Content $path
        $path
    }
}

AfterAll {
    Remove-Item env:BEDROCKPS_DATA_HOME
}

Describe 'Import-BRPrice' {
    AfterEach {
        Import-BRPrice -Reset
    }

    It 'remembers prices for later sessions' {
        Import-BRPrice (New-Table a test.a 1)
        Import-BRPrice (New-Table b test.b 2)
        (Get-BRPrice test.*).Input | Should -Be 1, 2

        $shell = Start-Shell '(Get-BRPrice test.a, test.b, amazon.nova-micro-v1:0 -Region us-east-1).Input'
        $null = $shell.Shell.EndInvoke($shell.Running)
        $shell.Output | Should -HaveCount 3
        $shell.Output[0, 1] | Should -Be 1, 2
        $shell.Shell.Runspace.Dispose()
    }

    It 'replaces what was imported before, model by model' {
        Import-BRPrice (New-Table a test.a 1)
        Import-BRPrice (New-Table a2 test.a 3) -PassThru | ForEach-Object Input | Should -Be 3
        (Get-BRPrice test.a).Input | Should -Be 3
    }

    It 'leaves other sessions alone with -SessionOnly' {
        Import-BRPrice (New-Table a test.a 1) -SessionOnly

        (Get-BRPrice test.a).Input | Should -Be 1
        Test-Path "$TestDrive/data/prices.json" | Should -BeFalse
    }

    It 'forgets with -Reset' {
        Import-BRPrice (New-Table a test.a 1)
        Import-BRPrice -Reset

        Get-BRPrice test.* | Should -BeNullOrEmpty
        Test-Path "$TestDrive/data/prices.json" | Should -BeFalse
    }

    It 'does nothing under -WhatIf' {
        Import-BRPrice (New-Table a test.a 1) -WhatIf

        Get-BRPrice test.* | Should -BeNullOrEmpty
    }

    It 'refuses a file that is wrong, and keeps what was there' {
        Import-BRPrice (New-Table a test.a 1)
        Set-Content "$TestDrive/broken.json" '{ "format": "x" }'
        Import-BRPrice "$TestDrive/broken.json" -ErrorAction SilentlyContinue -ErrorVariable failures
        Import-BRPrice "$TestDrive/none.json" -ErrorAction SilentlyContinue -ErrorVariable +failures

        $failures | Should -HaveCount 2
        $failures | ForEach-Object { $_.FullyQualifiedErrorId | Should -BeLike 'PriceTableInvalid,*' }
        (Get-BRPrice test.a).Input | Should -Be 1
    }

    It 'reads paths from the location of the session, and files from the pipeline' {
        $file = Get-Item (New-Table a test.a 1)
        Push-Location $TestDrive
        Import-BRPrice ./a.json -SessionOnly
        Pop-Location
        $file | Import-BRPrice -SessionOnly -PassThru | ForEach-Object Input | Should -Be 1
    }
}
