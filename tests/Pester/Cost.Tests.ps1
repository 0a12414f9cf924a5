BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $env:BEDROCKPS_DATA_HOME = "$TestDrive/data"
    $endpoint = Start-TestEndpoint -SetDefault

    # An answer whose usage is the test's, in JSON.
    function Add-Answer([string] $Usage, [string] $More = '') {
        Add-Reply $endpoint @{
            ContentType = 'application/json'
            Body        = '{ "output": { "message": { "role": "assistant", "content": [ { "text": "x" } ] } },' +
            "`"stopReason`": `"end_turn`", `"usage`": $Usage, `"metrics`": { `"latencyMs`": 1 } $More }"
        }
    }

    function Get-Answer([string] $Usage, [hashtable] $Ask = @{ ModelId = 'amazon.nova-micro-v1:0' }, $More = '') {
        Add-Answer $Usage $More
        Invoke-BRConverse hello @Ask
    }
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
    Remove-Item env:BEDROCKPS_DATA_HOME
}

Describe 'The cost of an answer' {
    It 'prices each kind of token by itself' {
        $price = Get-BRPrice us.anthropic.claude-sonnet-4-5-20250929-v1:0
        $cost = (Get-Answer -Ask @{ ModelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' } -Usage @'
            { "inputTokens": 10, "outputTokens": 20, "totalTokens": 60, "cacheReadInputTokens": 10,
              "cacheWriteInputTokens": 20, "cacheDetails": [ { "ttl": "1h", "inputTokens": 20 } ] }
'@).Cost

        $read = 10 * $price.Input + 10 * $price.CacheRead
        $written = 20 * $price.Output + 20 * $price.CacheWrite1h
        $cost.Amount | Should -Be (($read + $written) / 1000000d)
        $cost.Parts.Kind | Should -Be 'input', 'output', 'cacheRead', 'cacheWrite1h'
        $cost.TableDate | Should -BeOfType datetime
    }

    It 'takes the price of the region that is called' {
        $ask = @{ ModelId = 'amazon.nova-micro-v1:0'; Region = 'eu-west-2' }
        $here = (Get-BRPrice amazon.nova-micro-v1:0 -Region eu-west-2).Input

        $here | Should -Not -Be (Get-BRPrice amazon.nova-micro-v1:0 -Region us-east-1).Input
        (Get-Answer -Ask $ask '{ "inputTokens": 1000000, "outputTokens": 0, "totalTokens": 1000000 }').Cost.Amount |
            Should -Be $here
    }

    It 'is unknown, with a reason, where the answer says nothing of its use' {
        $cost = (Get-Answer 'null').Cost

        $cost.Amount | Should -BeNullOrEmpty
        $cost.Reason | Should -BeLike '*did not say*'
        "$cost" | Should -Be 'unknown'
    }

    It 'is unknown for a tier that the table does not price' {
        $usage = '{ "inputTokens": 1, "outputTokens": 1, "totalTokens": 2 }'
        $cost = (Get-Answer $usage -More ', "serviceTier": { "type": "reserved" }').Cost

        $cost.Amount | Should -BeNullOrEmpty
        $cost.Reason | Should -BeLike "*'reserved'*"
    }

    It 'is on a streamed answer, on a native one and on a native stream too' {
        $streamed = Invoke-BRConverse hello -ModelId amazon.nova-micro-v1:0 -Stream 6> $null
        $native = Invoke-BRModel @{ inputText = 'hello' } -ModelId amazon.titan-text-express-v1
        $nativeStream = Invoke-BRModel @{ inputText = 'hello' } -ModelId amazon.titan-text-express-v1 -Stream 6> $null

        foreach ($answer in $streamed, $native, $nativeStream) {
            $answer.Cost.Amount | Should -BeGreaterThan 0
        }
    }

    It 'is in the foot line' {
        Invoke-BRConverse hello -ModelId amazon.nova-micro-v1:0 | Out-String | Should -Match 'out, \$0\.0000'
    }

    It 'adds up in a conversation, and is unknown there from the first unknown call on' {
        $conversation = Start-BRConversation -ModelId amazon.nova-micro-v1:0
        $answers = @('one', 'two' | ForEach-Object { Send-BRMessage $_ -Conversation $conversation })
        $known = $answers[0].Cost.Amount + $answers[1].Cost.Amount
        $conversation.Cost.Amount | Should -Be $known

        Add-Answer null
        $null = Send-BRMessage three -Conversation $conversation
        $conversation.Cost.Amount | Should -BeNullOrEmpty
        $conversation.Cost.KnownAmount | Should -Be $known
        "$($conversation.Cost)" | Should -BeLike '* + unknown'
    }

    It 'does not lose an answer over a broken price table' {
        $null = New-Item -Force "$TestDrive/data/prices.json" -Value '{ broken'
        $ask = 'param($url) (Invoke-BRConverse hello -ModelId amazon.nova-micro-v1:0 -EndpointUrl $url).Cost'
        $shell = Start-Shell $ask $endpoint.Uri
        $null = $shell.Shell.EndInvoke($shell.Running)

        $shell.Output[0].Amount | Should -BeNullOrEmpty
        $shell.Output[0].Reason | Should -BeLike '*prices.json*not usable*'
        $shell.Shell.Runspace.Dispose()
        Remove-Item "$TestDrive/data/prices.json"
    }
}

Describe 'Fifty genuine answers with cached tokens' {
    It 'cost what an independent calculation makes of the table and the raw answer' {
        $folder = $env:BEDROCKPS_RECORDINGS ?? "$PSScriptRoot/../../../shared/recordings"
        if (-not (Test-Path $folder)) {
            Set-ItResult -Skipped -Because 'the recordings are not there'
            return
        }

        $answers = & $PSScriptRoot/Get-PlainCost.ps1 -Recording "$folder/converse.jsonl.gz" -Count 50 `
            -Table "$PSScriptRoot/../../src/BedrockPS.Core/Usage/Data/prices.json"
        $answers.Count | Should -Be 50
        foreach ($answer in $answers) {
            Add-Reply $endpoint @{ ContentType = 'application/json'; Body = $answer.Body }
            $cost = (Invoke-BRConverse hello -ModelId $answer.ModelId -Region us-east-1).Cost

            $cost.Amount | Should -BeExactly $answer.Amount -Because "$($answer.ModelId) $($answer.Usage)"
        }
    }
}
