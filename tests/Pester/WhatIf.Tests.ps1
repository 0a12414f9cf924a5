BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint

    # What -WhatIf says goes to the host alone, so a shell of its own says it to its information of the host.
    function Get-WhatIf([string] $Command) {
        $shown = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
Set-BRDefault -EndpointUrl '$($endpoint.Uri)' -ModelId amazon.nova-micro-v1:0 -Region eu-west-2
$Command
"@
        $shown -join "`n"
    }
}

AfterAll {
    $endpoint.Dispose()
}

Describe '-WhatIf' {
    BeforeEach {
        $before = $endpoint.Requests.Count
    }

    It 'says model, region, tokens and cost, and sends nothing: <_>' -ForEach @(
        'Invoke-BRConverse hello -MaxTokens 1000 -WhatIf'
        'Start-BRConversation | Send-BRMessage hello -MaxTokens 1000 -WhatIf'
        'Invoke-BRModel @{ prompt = "hello"; inferenceConfig = @{ maxTokens = 1000 } } -WhatIf'
        '$WhatIfPreference = $true; Invoke-BRConverse hello -MaxTokens 1000'
    ) {
        $shown = Get-WhatIf $_

        $shown | Should -Match "What if: .*'amazon\.nova-micro-v1:0' in eu-west-2: about \d+ tokens in, at most 1,000"
        $shown | Should -Match 'out; \$0\.0000\d* to \$0\.000\d+'
        $endpoint.Requests.Count | Should -Be $before
    }

    It 'says what a model is called by, once that is known' {
        $id = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
        $shown = Get-WhatIf "`$null = Resolve-BRModel $id -Region us-east-1
            Invoke-BRConverse hello -ModelId $id -Region us-east-1 -MaxTokens 10 -WhatIf"

        $shown | Should -Match "Converse with 'us\.$([regex]::Escape($id))' for '$([regex]::Escape($id))' in us-east-1"
    }

    It 'says that a price is unknown' {
        Get-WhatIf 'Invoke-BRConverse hello -ModelId no.such-model -WhatIf' |
            Should -Match 'the cost is unknown: .*no\.such-model'
    }

    It 'never asks: a call is made, whatever the preference for questions' {
        Get-WhatIf '$ConfirmPreference = "Low"; (Invoke-BRConverse hello -MaxTokens 10).StopReason' |
            Should -Match 'end_turn|max_tokens'
        $endpoint.Requests.Count | Should -Be ($before + 1)
    }

    It 'leaves a conversation as it was' {
        $script = '$c = Start-BRConversation; $c | Send-BRMessage hello -WhatIf; "turns: $($c.Messages.Count)"'

        Get-WhatIf $script | Should -Match 'turns: 0'
    }
}
