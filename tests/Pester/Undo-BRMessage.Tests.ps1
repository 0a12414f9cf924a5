BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Undo-BRMessage' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $conversation = Start-BRConversation
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'takes back the last question and its answer' {
        'one', 'two' | ForEach-Object { $null = $conversation | Send-BRMessage $_ }
        $spent = $conversation.Usage.TotalTokens
        $conversation | Undo-BRMessage | Should -BeNullOrEmpty
        $null = $conversation | Send-BRMessage three

        (Get-SentBody $endpoint).messages.content.text | Should -Not -Contain 'two'
        $conversation.Turns | Should -Be 2
        $conversation.Usage.TotalTokens | Should -BeGreaterThan $spent
    }

    It 'takes back the calls of tools with their question' {
        $null = $conversation | Send-BRMessage first
        Add-Reply $endpoint @{ ToolName = 'get-x'; ToolInputJson = '{}' }
        Add-Reply $endpoint @{ Text = 'done' }
        $tool = New-BRTool -Name get-x -Description x -ScriptBlock { 'x' } -ReadOnly
        $null = $conversation | Send-BRMessage second -Tool $tool

        $conversation.Messages | Should -HaveCount 6
        $conversation | Undo-BRMessage
        $conversation.Messages | Should -HaveCount 2
    }

    It 'takes back several, and says so where there are fewer' {
        'one', 'two', 'three' | ForEach-Object { $null = $conversation | Send-BRMessage $_ }
        ($conversation | Undo-BRMessage 2 -PassThru).Turns | Should -Be 1

        $conversation | Undo-BRMessage -Count 2 -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        $conversation.Turns | Should -Be 1
    }

    It 'changes nothing with -WhatIf' {
        $null = $conversation | Send-BRMessage one
        $conversation | Undo-BRMessage -WhatIf

        $conversation.Turns | Should -Be 1
    }
}
