# The examples of docs/examples on conversations, as a reader runs them.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $examples = (Resolve-Path $PSScriptRoot/../../docs/examples).Path
}

Describe '10-multi-turn.ps1' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'carries the earlier turns' {
        $turns = & "$examples/10-multi-turn.ps1" -Question 'Name a port.', 'Name another.'

        $turns.Turn | Should -Be 1, 2
        $turns[1].Tokens | Should -BeGreaterThan $turns[0].Tokens
        (Get-SentBody $endpoint).messages.role | Should -Be 'user', 'assistant', 'user'
        (Get-SentBody $endpoint).messages[1].content[0].text | Should -Be $turns[0].Answer
    }

    It 'goes on in its file' {
        $path = Join-Path $TestDrive ports.jsonl
        $null = & "$examples/10-multi-turn.ps1" -Question 'Name a port.' -Path $path
        $turn = & "$examples/10-multi-turn.ps1" -Question 'Name another.' -Path $path

        $turn.Turn | Should -Be 2
        (Get-SentBody $endpoint).messages | Should -HaveCount 3
    }
}

Describe '12-stop-reasons.ps1' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'says what to do at <Reason>' -ForEach @(
        @{ Reason = 'end_turn'; Says = 'whole' }
        @{ Reason = 'max_tokens'; Says = 'raise -MaxTokens' }
        @{ Reason = 'stop_sequence'; Says = 'before it' }
        @{ Reason = 'guardrail_intervened'; Says = 'GuardrailTrace' }
        @{ Reason = 'model_context_window_exceeded'; Says = 'Compress-BRConversation' }
        @{ Reason = 'something_new'; Says = 'newer' }
    ) {
        Add-BRLocalReply 'text' -StopReason $Reason
        $result = & "$examples/12-stop-reasons.ps1" 'Explain'

        $result.StopReason | Should -Be $Reason
        $result.Next | Should -Match $Says
    }

    It 'says what to do at tool_use' {
        Add-BRLocalReply -ToolUse @{ Name = 'get-x'; Input = @{} }

        (& "$examples/12-stop-reasons.ps1" 'Explain').Next | Should -Match '-ToolResult'
    }

    It 'is cut by its own limit' {
        (& "$examples/12-stop-reasons.ps1" 'Explain the solar system' -MaxTokens 2).StopReason | Should -Be 'max_tokens'
    }
}
