BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Clear-BRDefault' {
    BeforeEach {
        Set-BRDefault -ModelId a.model -Region eu-west-1 -MaxTokens 5
    }

    AfterEach {
        Clear-BRDefault
    }

    It 'forgets all' {
        Clear-BRDefault

        (Get-BRDefault).ModelId | Should -BeNullOrEmpty
        (Get-BRDefault).MaxTokens | Should -BeNullOrEmpty
    }

    It 'forgets the named ones and keeps the others' {
        Clear-BRDefault modelid, MaxTokens

        (Get-BRDefault).ModelId | Should -BeNullOrEmpty
        (Get-BRDefault).MaxTokens | Should -BeNullOrEmpty
        (Get-BRDefault).Region | Should -Be 'eu-west-1'
    }

    It 'changes nothing where a name is wrong' {
        Clear-BRDefault ModelId, Nonsense -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures[0].Exception.Message | Should -Match "'Nonsense'"
        (Get-BRDefault).ModelId | Should -Be 'a.model'
    }

    It 'completes names' {
        $line = 'Clear-BRDefault Mo'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'ModelId'
    }
}
