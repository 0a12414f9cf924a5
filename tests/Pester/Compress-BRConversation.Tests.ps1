BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    function Start-LongConversation([int] $Turns, [string] $Path) {
        $file = if ($Path) { @{ Path = $Path } } else { @{} }
        $conversation = Start-BRConversation @file
        foreach ($i in 1..$Turns) {
            $null = $conversation | Send-BRMessage "question $i $('word ' * 100)"
        }

        $conversation
    }
}

Describe 'Compress-BRConversation' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'keeps all turns where the summary is no shorter than they are, and says so' {
        $conversation = Start-BRConversation
        Add-Reply $endpoint @{ Text = 'Yes.' }
        $null = $conversation | Send-BRMessage 'Is it?'
        Add-Reply $endpoint @{ Text = 'They spoke of this and that, and of much more besides. ' * 3 }
        $report = $conversation | Compress-BRConversation -WarningVariable warnings 3>$null

        $report.TurnsAfter | Should -Be 1
        $warnings | Should -Match 'Nothing was compressed'
        $conversation.Summary | Should -BeNullOrEmpty
        $conversation.Messages | Should -HaveCount 2
    }

    It 'has the model summarise the older turns, and tells what it saved' {
        $conversation = Start-LongConversation 4
        $spent = $conversation.Usage.TotalTokens
        Add-Reply $endpoint @{ Text = 'They spoke of words.' }
        $report = $conversation | Compress-BRConversation

        $report.TurnsBefore, $report.TurnsAfter | Should -Be 4, 2
        $report.TokensSaved | Should -BeGreaterThan 0
        $report.Summary | Should -Be 'They spoke of words.'
        $conversation.Usage.TotalTokens | Should -Be ($spent + $report.Usage.TotalTokens)

        $null = $conversation | Send-BRMessage next
        $sent = Get-SentBody $endpoint
        $sent.messages.role | Should -Be 'user', 'assistant', 'user', 'assistant', 'user'
        $sent.messages[0].content[0].text | Should -Match 'They spoke of words\.'
        $sent.messages[0].content[1].text | Should -Match '^question 3'
    }

    It 'asks another model, in other words' {
        $conversation = Start-LongConversation 2
        $how = @{ KeepLast = 1; ModelId = 'amazon.nova-pro-v1:0'; Prompt = 'In one word:' }
        $report = $conversation | Compress-BRConversation @how

        $endpoint.Requests[-1].Path | Should -Match 'nova-pro'
        (Get-SentBody $endpoint).messages[0].content[0].text | Should -Match '^In one word:'
        $report.ModelId | Should -Be 'amazon.nova-pro-v1:0'
        $conversation.ModelId | Should -Not -Be 'amazon.nova-pro-v1:0'
    }

    It 'drops turns without a call with -Trim, down to a budget' {
        $conversation = Start-LongConversation 6
        $calls = $endpoint.RequestCount
        $report = $conversation | Compress-BRConversation -Trim -MaxTokens 600

        $endpoint.RequestCount | Should -Be $calls
        $report.TokensAfter | Should -BeLessOrEqual 600
        $report.Usage | Should -BeNullOrEmpty
        $conversation.Turns | Should -BeGreaterThan 0
        ($conversation | Send-BRMessage next).StopReason | Should -Be 'end_turn'
    }

    It 'leaves the conversation as it was where the call fails' {
        $conversation = Start-LongConversation 3
        $before = $conversation | ConvertTo-Json -Depth 9
        Add-BRLocalReply -ErrorCode AccessDeniedException -Message 'no'
        $conversation | Compress-BRConversation -ErrorVariable failures -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty

        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'AccessDeniedException,*'
        $conversation | ConvertTo-Json -Depth 9 | Should -Be $before
    }

    It 'does nothing with -WhatIf, and where nothing is to be done' {
        $conversation = Start-LongConversation 3
        $calls = $endpoint.RequestCount
        $conversation | Compress-BRConversation -WhatIf | Should -BeNullOrEmpty
        ($conversation | Compress-BRConversation -KeepLast 9).TokensSaved | Should -Be 0

        $endpoint.RequestCount | Should -Be $calls
        $conversation.Turns | Should -Be 3
    }

    It 'is in the file, and an undo after it too' {
        $path = Join-Path $TestDrive compressed.jsonl
        $conversation = Start-LongConversation 3 $path
        Add-Reply $endpoint @{ Text = 'The gist.' }
        $null = $conversation | Compress-BRConversation -KeepLast 1
        $conversation | Undo-BRMessage
        $conversation | Undo-BRMessage -ErrorAction SilentlyContinue -ErrorVariable failures

        "$failures" | Should -Match 'summarised'
        $loaded = Import-BRConversation $path
        $loaded.Turns | Should -Be 0
        $loaded.Summary | Should -Be 'The gist.'
        $null = $loaded | Send-BRMessage next
        (Get-SentBody $endpoint).messages[0].content.text -join ' ' | Should -Match '(?s)The gist\..*next'
    }
}

Describe 'A question that does not fit' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $conversation = Start-LongConversation 3
        $tooLong = @{
            ErrorCode = 'ValidationException'
            Message   = 'The model returned the following errors: prompt is too long: 208310 tokens > 200000 maximum'
        }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'is an error that says by how much, and what to do' {
        Add-BRLocalReply @tooLong
        $null = $conversation | Send-BRMessage more -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures | Should -HaveCount 1
        $failures[0].ErrorDetails.RecommendedAction | Should -Match '8,310 tokens too long'
        $failures[0].ErrorDetails.RecommendedAction | Should -Match 'Compress-BRConversation'
        $conversation.Turns | Should -Be 3
    }

    It 'is asked again in a compressed conversation with -AutoCompress' {
        Add-BRLocalReply @tooLong
        Add-BRLocalReply 'The gist.'
        Add-BRLocalReply 'The answer.'
        $answer = $conversation |
            Send-BRMessage more -AutoCompress -WarningVariable warnings -WarningAction SilentlyContinue

        $answer.Text | Should -Be 'The answer.'
        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match 'compressed: 3 turns became 1'
        $conversation.Turns | Should -Be 2
        (Get-SentBody $endpoint).messages[0].content[0].text | Should -Match 'The gist\.'
    }

    It 'is asked again once only' {
        1..2 | ForEach-Object { Add-BRLocalReply @tooLong; Add-BRLocalReply 'The gist.' }
        $null = $conversation | Send-BRMessage more -AutoCompress -WarningAction SilentlyContinue `
            -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures | Should -HaveCount 1
    }

    It 'drops the older turns where they cannot be summarised either' {
        Add-BRLocalReply @tooLong -Times 2
        Add-BRLocalReply 'The answer.'
        $answer = $conversation | Send-BRMessage more -AutoCompress -Stream 6>$null `
            -WarningVariable warnings -WarningAction SilentlyContinue

        $answer.Text | Should -Be 'The answer.'
        "$warnings" | Should -Match 'dropped'
        $conversation.Turns | Should -Be 2
    }
}
