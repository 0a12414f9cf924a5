BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
    Set-BRDefault -ModelId amazon.nova-micro-v1:0 -MaxTokens 50
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
    Clear-BRBudget
}

Describe 'Set-BRBudget' {
    BeforeEach {
        Clear-BRBudget
        $before = $endpoint.Requests.Count
    }

    It 'stops the pipeline before a call that might pass the limit, whatever -ErrorAction says (<_>)' -ForEach @(
        'Stop', 'Continue', 'SilentlyContinue', 'Ignore'
    ) {
        Set-BRBudget -MaxTokens 130
        $answers = [System.Collections.Generic.List[object]]::new()
        $action = $_
        $questions = 1..50 | ForEach-Object { "$_" }
        { $questions | Invoke-BRConverse -ErrorAction $action | ForEach-Object { $answers.Add($_) } } |
            Should -Throw -ErrorId 'BudgetExceeded,*'

        $answers.Count | Should -BeGreaterThan 0
        $answers.Count | Should -BeLessThan 5
        $endpoint.Requests.Count - $before | Should -Be $answers.Count
        (Get-BRBudget).UsedTokens | Should -BeLessOrEqual 130
    }

    It 'corrects the worst case by what the call took' {
        Set-BRBudget -MaxCost 1
        $answer = Invoke-BRConverse hello

        (Get-BRBudget).UsedCost | Should -Be $answer.Cost.Amount
        (Get-BRBudget).RemainingCost | Should -Be (1 - $answer.Cost.Amount)
    }

    It 'stops a native call and a stream, too' {
        Set-BRBudget -MaxCost 0

        $body = @{ inputText = 'x'; textGenerationConfig = @{ maxTokenCount = 5 } }
        { Invoke-BRModel $body -ModelId amazon.titan-text-express-v1 } |
            Should -Throw -ErrorId 'BudgetExceeded,*'
        { Invoke-BRConverse hello -Stream } | Should -Throw -ErrorId 'BudgetExceeded,*'
        $endpoint.Requests.Count | Should -Be $before
    }

    It 'stops within the rounds of a tool''s use' {
        Set-BRBudget -MaxTokens 200
        Add-Reply $endpoint @{ ToolName = 'Get-Date'; ToolInputJson = '{}'; Repeat = $true; Match = 'endless' }

        { Invoke-BRConverse 'endless' -Tool Get-Date -Force -MaxToolTurns 100 } |
            Should -Throw -ErrorId 'BudgetExceeded,*'
    }

    It 'stops an unknown price unless it is allowed' {
        $arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc'
        Set-BRBudget -MaxCost 5
        { Invoke-BRConverse hello -ModelId $arn } | Should -Throw '*AllowUnknownPrice*' -ErrorId 'BudgetExceeded,*'

        Set-BRBudget -MaxCost 5 -AllowUnknownPrice
        Invoke-BRConverse hello -ModelId $arn -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -Not -BeLike 'BudgetExceeded*'
    }

    It 'is for each conversation by itself' {
        Set-BRBudget -Scope Conversation -MaxTokens 70
        $one, $two = (Start-BRConversation), (Start-BRConversation)
        $null = Send-BRMessage hello -Conversation $one

        { Send-BRMessage hello -Conversation $one } | Should -Throw -ErrorId 'BudgetExceeded,*'
        $one.Messages | Should -HaveCount 2
        Send-BRMessage hello -Conversation $two | Should -Not -BeNullOrEmpty
    }

    It 'warns of a day''s budget without a log' {
        Set-BRBudget -MaxCost 5 -Period Day -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -BeLike '*UsageLog*'
        (Get-BRBudget -Period Day).MaxCost | Should -Be 5
    }

    It 'takes numbers as people write them' {
        Set-BRBudget -MaxCost 0.5 -MaxTokens 1e6

        (Get-BRBudget).MaxTokens | Should -Be 1000000
        (Get-BRBudget).MaxCost | Should -Be 0.5
    }

    It 'refuses <Because>' -ForEach @(
        @{ Arguments = @{}; Because = 'a budget without a limit' }
        @{ Arguments = @{ MaxCost = -1 }; Because = 'less than nothing' }
        @{ Arguments = @{ MaxCost = 1; Period = 'Day'; Scope = 'Conversation' }; Because = 'a day for each' }
    ) {
        { Set-BRBudget @Arguments } | Should -Throw
        Get-BRBudget | Should -BeNullOrEmpty
    }

    It 'is taken away by Clear-BRBudget, by scope' {
        Set-BRBudget -MaxCost 1
        Set-BRBudget -MaxCost 1 -Scope Pipeline
        Clear-BRBudget -Scope Session

        (Get-BRBudget).Scope | Should -Be 'Pipeline'
    }
}
