BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Clear-BRBudget' {
    BeforeEach {
        Set-BRBudget -MaxCost 1
        Set-BRBudget -MaxCost 1 -Scope Pipeline
        Set-BRBudget -MaxCost 1 -Period Day -WarningAction SilentlyContinue
    }

    AfterAll {
        Clear-BRBudget
    }

    It 'takes all away' {
        Clear-BRBudget

        Get-BRBudget | Should -BeNullOrEmpty
    }

    It 'takes those of a scope or a period away' {
        Clear-BRBudget -Scope Pipeline
        (Get-BRBudget).Scope | Should -Be 'Session', 'Session'

        Clear-BRBudget -Period Day
        (Get-BRBudget).Period | Should -Be 'None'
    }
}
