BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Import-BRConversation' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $conversation = Start-BRConversation -Path $path
        'one', 'two' | ForEach-Object { $null = $conversation | Send-BRMessage $_ }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'loads what a crash has left, says what is lost, and mends the file with the next turn' {
        $bytes = [IO.File]::ReadAllBytes($path)
        [IO.File]::WriteAllBytes($path, $bytes[0..($bytes.Length - 20)])
        $loaded = Import-BRConversation $path -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match 'ends in the middle of a line'
        $loaded.Turns | Should -Be 1
        $null = $loaded | Send-BRMessage three
        $again = Import-BRConversation $path -WarningVariable none
        $none | Should -BeNullOrEmpty
        $again.Turns | Should -Be 2
    }

    It 'names a line that is broken, and loads the other files' {
        $broken = Join-Path $TestDrive broken.jsonl
        $lines = @(Get-Content $path)
        Set-Content $broken $lines[0], '{"messages":', $lines[1]
        $loaded = $broken, $path | Import-BRConversation -ErrorVariable failures -ErrorAction SilentlyContinue

        $loaded | Should -HaveCount 1
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ConversationInvalid,*'
        "$($failures[0])" | Should -Match 'line 2'
        $failures[0].TargetObject | Should -Be $broken
    }

    It 'takes files from the pipeline and wildcards' {
        Get-ChildItem $path | Import-BRConversation | Should -HaveCount 1
        Import-BRConversation (Join-Path $TestDrive "$((Split-Path $path -LeafBase).Substring(0, 20))*.jsonl") |
            Should -HaveCount 1
        { Import-BRConversation (Join-Path $TestDrive none.jsonl) -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConversationNotFound,*'
    }

    It 'leaves the file alone with -Detached' {
        $before = Get-Content $path -Raw
        $loaded = Import-BRConversation $path -Detached
        $null = $loaded | Send-BRMessage three

        $loaded.Path | Should -BeNullOrEmpty
        Get-Content $path -Raw | Should -BeExactly $before
    }

    It 'does not let two sessions write into each other' {
        $other = Import-BRConversation $path
        $null = $other | Send-BRMessage three
        $null = $conversation | Send-BRMessage four -ErrorVariable failures -ErrorAction SilentlyContinue

        "$failures" | Should -Match 'Somebody else has written'
        $conversation.Turns | Should -Be 3
        (Import-BRConversation $path).Turns | Should -Be 3
    }
}
