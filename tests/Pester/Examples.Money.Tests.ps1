# The examples of docs/examples on the bill and on rights, as a reader runs them.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $examples = (Resolve-Path $PSScriptRoot/../../docs/examples).Path
    $nova = 'amazon.nova-micro-v1:0'
}

Describe 'Examples of the bill' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        Set-BRDefault -Region us-east-1
        $log = Join-Path $TestDrive "$(New-Guid)/usage.jsonl"
        $bill = @{ Prompt = 'In one sentence:'; UsageLog = $log; WarningAction = 'SilentlyContinue' }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRBudget
        Clear-BRDefault
    }

    It '23-no-surprise-bill.ps1 says what each answer cost, and logs it' {
        $results = 'one', 'two' | & "$examples/23-no-surprise-bill.ps1" @bill -Verbose 4>&1
        $told, $answers = $results.Where({ $_ -is [System.Management.Automation.VerboseRecord] }, 'Split')

        $answers.State | Should -Be 'asked', 'asked'
        $answers.Cost.Amount | ForEach-Object { $_ | Should -BeGreaterThan 0 }
        "$told" | Should -Match 'million tokens of .* cost 0\.035 USD'
        $logged = Get-BRUsage -Path $log
        $logged.Calls, $logged.Cost | Should -Be 2, ($answers.Cost.Amount | Measure-Object -Sum).Sum
    }

    It '23-no-surprise-bill.ps1 cuts what is longer than the context window (400), and asks once more' {
        $tooLong = @{
            Operation = 'Converse'
            ErrorCode = 'ValidationException'
            Message   = 'prompt is too long: 150001 tokens > 128000 maximum'
        }
        Add-Reply $endpoint $tooLong
        $answer = 'abcdefgh', 'short' | & "$examples/23-no-surprise-bill.ps1" @bill

        $answer.State | Should -Be 'cut', 'asked'
        $sent = $endpoint.Requests | Where-Object Operation -EQ 'Converse'
        $sent[0].Body, $sent[1].Body | Should -Match 'abcd'
        $sent[1].Body | Should -Not -Match 'abcde'
    }

    It '23-no-surprise-bill.ps1 leaves the rest for another run where the rate limit is met (429)' {
        Add-Reply $endpoint @{ Operation = 'Converse'; ErrorCode = 'ThrottlingException'; Times = 3 }
        $answers = 'one', 'two' | & "$examples/23-no-surprise-bill.ps1" @bill

        $answers.State | Should -Be 'throttled', 'throttled'
        @($endpoint.Requests | Where-Object Operation -EQ 'Converse').Count | Should -Be 3
    }

    It '23-no-surprise-bill.ps1 stops before the day would cost more than it may' {
        $one = 'one' | & "$examples/23-no-surprise-bill.ps1" @bill
        $endpoint.ClearRequests()
        $answers = 'one', 'two' | & "$examples/23-no-surprise-bill.ps1" @bill -MaxCost ($one.Cost.Amount * 1.5d)

        $answers.State | Should -Be 'over budget', 'over budget'
        $endpoint.Requests.Count | Should -Be 0
    }

    It '23-no-surprise-bill.ps1 ends with any other failure' {
        Add-Reply $endpoint @{ Operation = 'Converse'; ErrorCode = 'ValidationException' }

        { 'one' | & "$examples/23-no-surprise-bill.ps1" @bill } | Should -Throw -ErrorId 'ValidationException,*'
    }

    It '19-least-privilege.ps1 allows the models that were called, and no others' {
        Set-BRDefault -UsageLog $log
        $null = Invoke-BRConverse hello -ModelId $nova
        $null = Invoke-BRConverse hello -ModelId amazon.nova-lite-v1:0 -Region eu-central-1 -Stream 6> $null
        $files = & "$examples/19-least-privilege.ps1" -UsageLog $log -OutFile "$TestDrive/policy.json"

        $files.Region | Should -Be 'eu-central-1', 'us-east-1'
        $files[0].Actions | Should -Contain 'bedrock:InvokeModelWithResponseStream'
        $policy = Get-Content $files[1].File | ConvertFrom-Json
        $policy.Statement[0].Resource | Should -Be "arn:aws:bedrock:us-east-1::foundation-model/$nova"
        { & "$examples/19-least-privilege.ps1" -UsageLog $log -OutFile ./p.json -Since (Get-Date).AddDays(1) } |
            Should -Throw '*nothing to allow*'
    }
}
