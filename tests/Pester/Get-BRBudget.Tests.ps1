BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Get-BRBudget' {
    AfterEach {
        Clear-BRBudget
        Clear-BRDefault
    }

    It 'shows nothing where there is no budget' {
        Get-BRBudget | Should -BeNullOrEmpty
    }

    It 'shows each budget, and those of a scope' {
        Set-BRBudget -MaxCost 2
        Set-BRBudget -MaxTokens 100 -Scope Conversation

        (Get-BRBudget).Scope | Should -Be 'Session', 'Conversation'
        (Get-BRBudget Conversation).MaxTokens | Should -Be 100
        (Get-BRBudget Session).RemainingCost | Should -Be 2
    }

    It 'counts a day by the usage log' {
        $log = "$TestDrive/usage.jsonl"
        $now = [datetime]::UtcNow
        $line = '{{"time":"{0:yyyy-MM-ddTHH:mm:ssZ}","modelId":"x","cost":0.5,"currency":"USD","inputTokens":7}}'
        Set-Content "$TestDrive/usage-$($now.ToString('yyyy-MM')).jsonl" ($line -f $now)
        Set-BRDefault -UsageLog $log
        Set-BRBudget -MaxCost 2 -Period Day

        (Get-BRBudget).UsedCost | Should -Be 0.5
        (Get-BRBudget).UsedTokens | Should -Be 7
        (Get-BRBudget).UsageLog | Should -Be $log
    }
}
