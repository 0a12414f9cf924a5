BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Send-BRMessage' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $conversation = Start-BRConversation -System 'You are precise.'
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'carries the earlier turns' {
        $first = $conversation | Send-BRMessage Hello
        $null = $conversation | Send-BRMessage 'And again?'

        $sent = Get-SentBody $endpoint
        $sent.messages.role | Should -Be 'user', 'assistant', 'user'
        $sent.messages[1].content[0].text | Should -Be $first.Text
        $sent.system[0].text | Should -Be 'You are precise.'
        $conversation.Turns | Should -Be 2
        $conversation.Usage.TotalTokens | Should -BeGreaterThan $first.Usage.TotalTokens
    }

    It 'keeps the same turns whole and streamed' {
        $streamed = Start-BRConversation -System 'You are precise.'
        $null = $conversation | Send-BRMessage Hello
        $null = $streamed | Send-BRMessage Hello -Stream 6>$null

        "$($streamed.Messages[1])" | Should -Be "$($conversation.Messages[1])"
    }

    It 'leaves the conversation as it was when the call fails: <What>' -ForEach @(
        @{ What = 'refused'; Reply = @{ ErrorCode = 'ValidationException' }; How = @{} }
        @{ What = 'cut'; Reply = @{ Text = 'one two three four'; CutAfterBytes = 400 }; How = @{ Stream = $true } }
        @{
            What  = 'exception in mid-stream'
            Reply = @{ Text = 'one two three'; StreamErrorCode = 'modelStreamErrorException'; ErrorAfterPieces = 1 }
            How   = @{ Stream = $true }
        }
        @{
            What  = 'events cut'
            Reply = @{ Text = 'one two three four'; CutAfterBytes = 400 }
            How   = @{ AsEvent = $true }
        }
    ) {
        $null = $conversation | Send-BRMessage Hello
        $before = $conversation | ConvertTo-Json -Depth 9
        Add-Reply $endpoint $Reply
        $null = $conversation | Send-BRMessage again @How -ErrorVariable failures -ErrorAction SilentlyContinue 6>$null

        $failures | Should -HaveCount 1
        $conversation | ConvertTo-Json -Depth 9 | Should -Be $before

        ($conversation | Send-BRMessage 'Once more').StopReason | Should -Be 'end_turn'
    }

    It 'adds the whole answer to the conversation with -AsEvent, too' {
        Add-Reply $endpoint @{ Text = 'one two three' }
        $events = $conversation | Send-BRMessage Hello -AsEvent

        -join $events.Text | Should -Be 'one two three'
        "$($conversation.Messages[-1])" | Should -Be 'one two three'
    }

    It 'does not mix two conversations' {
        $other = Start-BRConversation
        $null = $conversation | Send-BRMessage apples
        $null = $other | Send-BRMessage pears
        $null = $conversation | Send-BRMessage 'more apples'

        $endpoint.Requests[2].Body | Should -Not -Match 'pears'
        $endpoint.Requests[1].Body | Should -Not -Match 'apples'
    }

    It 'keeps the partial text of a stream that Ctrl+C ended' {
        Add-Reply $endpoint @{ Text = 'one two three four'; SilentAfterPieces = 1 }
        $code = 'param($conversation, $url) $conversation | Send-BRMessage hi -Stream -EndpointUrl $url'
        $shell = Start-Shell $code $conversation, $endpoint.Uri
        $request = $endpoint.WaitForRequest(0, [timespan]::FromSeconds(20))
        Wait-ShellText $shell

        (Stop-Shell $shell).TotalSeconds | Should -BeLessThan 1
        $request.WaitForEnd([timespan]::FromSeconds(5)) | Should -BeTrue
        $conversation.Messages | Should -HaveCount 2
        "$($conversation.Messages[1])" | Should -Match '^one'
        $conversation.StopReason | Should -Be 'cancelled'

        ($conversation | Send-BRMessage 'Go on').StopReason | Should -Be 'end_turn'
    }

    It 'keeps of a stream that was left within a tool call only what can be sent again' {
        Add-Reply $endpoint @{ Text = 'let me look'; ToolName = 'getx'; ToolInputJson = '{"city":"Paris and more"}' }
        $tool = @{ toolSpec = @{ name = 'getx'; inputSchema = @{ json = @{ type = 'object' } } } }
        $null = $conversation | Send-BRMessage hi -AsEvent -ToolConfig $tool |
            Where-Object { "$($_.Delta.ToolUse)" } | Select-Object -First 1

        $conversation.Messages[1].Content.Kind | Should -Be 'text'
        "$($conversation.Messages[1])" | Should -Be 'let me look'
    }

    It 'keeps a whole answer that a warning of it stops' {
        Add-Reply $endpoint @{ Text = 'abc def'; StopReason = 'max_tokens' }
        { $conversation | Send-BRMessage hi -WarningAction Stop } | Should -Throw

        $conversation.Messages | Should -HaveCount 2
    }

    It 'keeps nothing of a stream that Ctrl+C ended before its first piece' {
        Add-Reply $endpoint @{ SilentAfterPieces = 0 }
        $code = 'param($conversation, $url) $conversation | Send-BRMessage hi -Stream -EndpointUrl $url'
        $shell = Start-Shell $code $conversation, $endpoint.Uri
        $null = $endpoint.WaitForRequest(0, [timespan]::FromSeconds(20))
        $null = Stop-Shell $shell

        $conversation.Messages | Should -HaveCount 0
    }

    It 'survives an answer without text' {
        Add-Reply $endpoint @{ Text = '' }
        $null = $conversation | Send-BRMessage Hello
        $null = $conversation | Send-BRMessage 'Still there?'

        (Get-SentBody $endpoint).messages.role | Should -Be 'user'
        $conversation.Messages | Should -HaveCount 4
    }

    It 'lets a call override the settings of the conversation, for that call' {
        $warm = Start-BRConversation -Temperature 1 -MaxTokens 50
        $null = $warm | Send-BRMessage hi -Temperature 0
        $null = $warm | Send-BRMessage hi

        (Get-SentBody $endpoint 0).inferenceConfig.temperature | Should -Be 0
        (Get-SentBody $endpoint 0).inferenceConfig.maxTokens | Should -Be 50
        (Get-SentBody $endpoint 1).inferenceConfig.temperature | Should -Be 1
    }

    It 'refuses an empty question' {
        { $conversation | Send-BRMessage '' } | Should -Throw -ErrorId 'InvalidRequest,*'
        $conversation.Messages | Should -HaveCount 0
    }
}
