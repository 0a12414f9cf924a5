BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
    Set-BRDefault -ModelId amazon.nova-micro-v1:0
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRUsage' {
    BeforeEach {
        Clear-BRUsage
        Clear-BRDefault UsageLog
        Clear-BRBudget
    }

    It 'adds up the calls of the session by model' {
        $answers = @('one', 'two' | Invoke-BRConverse)
        $null = Invoke-BRModel @{ inputText = 'x' } -ModelId amazon.titan-text-express-v1
        $usage = Get-BRUsage

        $usage.ModelId | Should -Be 'amazon.nova-micro-v1:0', 'amazon.titan-text-express-v1'
        $usage[0].Calls | Should -Be 2
        $usage[0].InputTokens | Should -Be ($answers[0].InputTokens + $answers[1].InputTokens)
        $usage[0].Cost | Should -Be ($answers[0].Cost.Amount + $answers[1].Cost.Amount)
        $usage[0].Failed | Should -Be 0
    }

    It 'adds up by conversation and by tag' {
        $one = Start-BRConversation
        $two = Start-BRConversation
        $null = 'a', 'b' | ForEach-Object { Send-BRMessage $_ -Conversation $one -RequestMetadata @{ team = 'ops' } }
        $null = Send-BRMessage c -Conversation $two -RequestMetadata @{ team = 'dev'; job = 'x' }

        $byConversation = Get-BRUsage -GroupBy Conversation
        ($byConversation | Where-Object ConversationId -EQ $one.Id).Calls | Should -Be 2
        ($byConversation | Where-Object ConversationId -EQ $two.Id).Calls | Should -Be 1
        (Get-BRUsage Tag).Tag | Should -Be 'job=x', 'team=dev', 'team=ops'
    }

    It 'counts each round of a tool''s use, streams, and calls that failed' {
        Add-Reply $endpoint @{ ToolName = 'Get-Date'; ToolInputJson = '{}' }
        $null = Invoke-BRConverse 'time?' -Tool Get-Date -Force
        $null = Invoke-BRConverse hello -Stream 6> $null
        $null = Invoke-BRConverse hello -Stream -AsEvent | Select-Object -First 2
        Add-Reply $endpoint @{ ErrorCode = 'ValidationException'; Message = 'no' }
        Invoke-BRConverse hello -ErrorAction SilentlyContinue
        $entries = Get-BRUsage -Detail

        $entries | Should -HaveCount 5
        $entries[0, 1].Operation | Should -Be 'Converse', 'Converse'
        $entries[2].Operation | Should -Be 'ConverseStream'
        $entries[3].StopReason | Should -Be 'cancelled'
        $entries[3].Cost | Should -BeNullOrEmpty
        $entries[3].UnknownReason | Should -Not -BeNullOrEmpty
        $entries[4].ErrorCode | Should -Be 'ValidationException'
        $entries[4].Cost | Should -Be 0
        (Get-BRUsage).Cost | Should -BeNullOrEmpty
        (Get-BRUsage).CostText | Should -BeLike '* + unknown'
    }

    It 'forgets with Clear-BRUsage' {
        $null = Invoke-BRConverse hello
        Clear-BRUsage

        Get-BRUsage | Should -BeNullOrEmpty
    }

    It 'refuses a group that there is not' {
        { Get-BRUsage -GroupBy Moon } | Should -Throw "*'Moon'*Model*" -ErrorId 'InvalidRequest,*'
    }
}

Describe 'A usage log' {
    BeforeEach {
        $log = "$TestDrive/$(New-Guid)/usage.jsonl"
        Set-BRDefault -UsageLog $log
    }

    AfterEach {
        Clear-BRDefault UsageLog
    }

    It 'gets a line for each call, without its content' {
        $answer = Invoke-BRConverse 'secret question' -System 'secret instructions' -RequestMetadata @{ team = 'ops' }
        Add-Reply $endpoint @{ ErrorCode = 'ThrottlingException'; Message = 'secret message' }
        Invoke-BRConverse hello -MaxAttempts 1 -ErrorAction SilentlyContinue
        $file = Get-ChildItem (Split-Path $log) -Filter usage-????-??.jsonl
        $lines = Get-Content $file | ConvertFrom-Json

        $lines | Should -HaveCount 2
        $lines[0].requestId | Should -Be $answer.RequestId
        $lines[0].cost | Should -Be $answer.Cost.Amount
        $lines[0].metadata.team | Should -Be 'ops'
        $lines[0].promptSha256 | Should -Match '^[0-9a-f]{64}$'
        $lines[1].error | Should -Be 'ThrottlingException'
        Get-Content $file -Raw | Should -Not -Match 'secret'
        $file.Name | Should -Be "usage-$([datetime]::UtcNow.ToString('yyyy-MM')).jsonl"
    }

    It 'is read back by model and day, since a time' {
        $null = Invoke-BRConverse hello
        $folder = Split-Path $log
        $old = '{"time":"2025-01-31T23:59:59Z","modelId":"old","cost":1,"currency":"USD"}'
        Set-Content "$folder/usage-2025-01.jsonl" $old

        (Get-BRUsage -Path $log -GroupBy Model, Day).ModelId | Should -Be 'amazon.nova-micro-v1:0', 'old'
        (Get-BRUsage -Path $log -GroupBy Model, Day)[1].Day | Should -Be ([datetime] '2025-01-31')
        (Get-BRUsage -Path $log -Since (Get-Date).AddDays(-1)).ModelId | Should -Be 'amazon.nova-micro-v1:0'
        (Get-BRUsage -Path "$folder/usage-2025-01.jsonl" -Detail).Cost | Should -Be 1
        (Get-Item "$folder/usage-2025-01.jsonl" | Get-BRUsage).KnownCost | Should -Be 1
    }

    It 'warns where it cannot be written, and keeps the answer' {
        $null = New-Item -ItemType Directory (Split-Path $log)
        $null = New-Item -ItemType File "$(Split-Path $log)/file"
        Set-BRDefault -UsageLog "$(Split-Path $log)/file/usage.jsonl"
        $answer = Invoke-BRConverse hello -WarningVariable warnings -WarningAction SilentlyContinue

        $answer.Text | Should -Not -BeNullOrEmpty
        $warnings | Should -BeLike '*usage log*'
    }

    It 'says that there is none' {
        Get-BRUsage -Path "$TestDrive/none.jsonl" -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'UsageLogFailed,*'
    }

    It 'is shared by processes, with one budget for the day: no line is lost, and nothing is overspent' {
        $arguments = @{ Manifest = Get-StagedManifest; EndpointUrl = $endpoint.Uri; UsageLog = $log }
        $drill = & "$PSScriptRoot/Start-BudgetDrill.ps1" @arguments -Processes 3 -Calls 20 -MaxCalls 40

        $drill.Answered | Should -BeGreaterThan 0
        $drill.Refused | Should -BeGreaterThan 0
        $drill.Lines | Should -Be $drill.Answered
        $drill.BrokenLines | Should -Be 0
        $drill.Cost | Should -BeLessOrEqual $drill.MaxCost
    }
}
