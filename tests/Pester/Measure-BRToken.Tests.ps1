BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
    Set-BRDefault -ModelId anthropic.claude-sonnet-4-20250514-v1:0

    function Add-Count([int] $Tokens) {
        $body = "{ `"inputTokens`": $Tokens }"
        Add-Reply $endpoint @{ Operation = 'CountTokens'; ContentType = 'application/json'; Body = $body }
    }
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Measure-BRToken' {
    It 'has the service count, and says so' {
        Add-Count 42
        $count = Measure-BRToken hello -System 'Be brief.'

        $count.InputTokens | Should -Be 42
        $count.Method | Should -Be 'CountTokens'
        $count.Reason | Should -BeNullOrEmpty
        $count.InputCost | Should -Be (42 * (Get-BRPrice anthropic.claude-sonnet-4-20250514-v1:0).Input / 1000000d)
        $sent = (Get-SentBody $endpoint).input.converse
        $sent.messages[0].content[0].text | Should -Be 'hello'
        $sent.system[0].text | Should -Be 'Be brief.'
    }

    It 'asks for the foundation model behind a profile' {
        Add-Count 1
        $count = Measure-BRToken hello -ModelId us.anthropic.claude-sonnet-4-20250514-v1:0

        $count.Method | Should -Be 'CountTokens'
        $endpoint.Requests[-1].Path | Should -Match '/model/anthropic\.claude-sonnet-4-20250514-v1(:|%3A)0/count-tokens'
    }

    It 'estimates where the model cannot be counted for, and says why' {
        Add-Reply $endpoint @{
            Operation = 'CountTokens'
            ErrorCode = 'ValidationException'
            Message   = "The provided model doesn't support counting tokens."
        }
        $count = Measure-BRToken ('word ' * 100)

        $count.Method | Should -Be 'Estimate'
        $count.Reason | Should -BeLike "*doesn't support counting*"
        $count.InputTokens | Should -BeGreaterThan 100
        $count.InputTokens | Should -BeLessThan 160
    }

    It 'makes no call with -Estimate, nor for a name that tells no foundation model' {
        $before = $endpoint.Requests.Count
        (Measure-BRToken hello -Estimate).Method | Should -Be 'Estimate'
        $arn = 'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc'
        (Measure-BRToken hello -ModelId $arn).Method | Should -Be 'Estimate'

        $endpoint.Requests.Count | Should -Be $before
    }

    It 'estimates without a region and without credentials' {
        $shell = Start-Shell 'Measure-BRToken hello -ModelId anthropic.claude-opus-4-8 -ProfileName no-such-profile'
        $null = $shell.Shell.EndInvoke($shell.Running)

        $shell.Output[0].Method | Should -Be 'Estimate'
        $shell.Output[0].Reason | Should -Match 'no-such-profile'
        $shell.Shell.Runspace.Dispose()
    }

    It 'counts each piped string, and piped objects as the context of a prompt' {
        (@('one', 'two' | Measure-BRToken -Estimate)).Count | Should -Be 2
        $items = 1..20 | ForEach-Object { [pscustomobject] @{ Name = "item $_"; Value = $_ } }
        $context = $items | Measure-BRToken 'which?' -Estimate

        $context | Should -HaveCount 1
        $context.InputTokens | Should -BeGreaterThan 100
    }

    It 'counts a conversation as it stands' {
        $conversation = Start-BRConversation -System 'Be brief.'
        $null = Send-BRMessage hello -Conversation $conversation -ModelId amazon.nova-micro-v1:0

        ($conversation | Measure-BRToken -Estimate).InputTokens | Should -BeGreaterThan 10
    }

    It 'shows its request with -AsRequest' {
        (Measure-BRToken hello -AsRequest).Operation | Should -Be 'CountTokens'
    }

    It 'refuses nothing' {
        { Measure-BRToken -ErrorAction Stop } | Should -Throw '*nothing to count*'
    }
}
