BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Get-BRDefault' {
    It 'shows what is set and nothing where nothing is' {
        Clear-BRDefault
        (Get-BRDefault).PSObject.Properties.Value | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty

        Set-BRDefault -ModelId a.model
        (Get-BRDefault).ModelId | Should -Be 'a.model'
        Clear-BRDefault
    }

    It 'gives a copy: changing it later does not change the session' {
        $before = Get-BRDefault
        Set-BRDefault -ModelId a.model

        $before.ModelId | Should -BeNullOrEmpty
        Clear-BRDefault
    }
}
