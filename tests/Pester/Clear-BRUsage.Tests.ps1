BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Clear-BRUsage' {
    It 'forgets the calls of the session, and leaves the log and the budgets' {
        Set-BRDefault -UsageLog "$TestDrive/usage.jsonl"
        Set-BRBudget -MaxTokens 1e6
        $null = Invoke-BRConverse hello -MaxTokens 100
        Clear-BRUsage

        Get-BRUsage | Should -BeNullOrEmpty
        (Get-BRUsage -Path "$TestDrive/usage.jsonl").Calls | Should -Be 1
        (Get-BRBudget).UsedTokens | Should -BeGreaterThan 0
        Clear-BRBudget
    }
}
