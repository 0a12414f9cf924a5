# What Tab offers for models, profiles, guardrails and providers: from lists that are known, never by a call.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'

    # In a shell of its own, where nothing was listed yet.
    function Complete([string] $Line, [string] $Before = '') {
        Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
$Before
`$line = '$($Line -replace "'", "''")'
(TabExpansion2 `$line `$line.Length).CompletionMatches | ForEach-Object { "`$(`$_.CompletionText)|`$(`$_.ToolTip)" }
"@
    }
}

Describe 'Completion of models' {
    BeforeAll {
        $here = @{ BEDROCKPS_CACHE_HOME = Join-Path $TestDrive cache }
        $foreign = [BedrockPS.LocalEndpoint]::Start()
        $keys = Get-LocalKey
        $at = "-EndpointUrl $($foreign.Uri) -Region eu-central-1 " +
            "-AccessKey $($keys.AccessKey) -SecretKey $($keys.SecretKey)"
    }

    AfterAll {
        $foreign.Dispose()
    }

    It 'has a list to begin with' {
        $shown = Use-Environment $here { Complete 'Invoke-BRConverse hi -ModelId anthropic.claude-s' }

        $shown -replace '\|.*' | Should -Contain $sonnet
    }

    It 'offers in the next session what an earlier one has listed, with its name' {
        $lists = "Get-BRFoundationModel $at; Get-BRInferenceProfile $at; Get-BRGuardrail $at"
        Use-Environment $here {
            Invoke-NewShell "Import-Module '$(Get-StagedManifest)'; `$null = & { $lists }"
            $asked = $foreign.RequestCount

            Complete "Invoke-BRConverse hi $at -ModelId eu.anthropic.claude-son" |
                Should -BeLike "eu.$sonnet|EU Anthropic Claude Sonnet 4.5; context *; * USD in, *; routes to eu-central*"
            Complete "Invoke-BRConverse hi $at -ModelId 'Claude Sonnet 4.5'" | Where-Object { $_ -like "$sonnet|*" } |
                Should -BeLike "$sonnet|Claude Sonnet 4.5, Anthropic; context 200K; * USD in, * out a million tokens"
            Complete "Get-BRFoundationModel $at eu." | Should -BeNullOrEmpty
            Complete "Get-BRInferenceProfile $at global.anthropic.claude-haiku" | Should -HaveCount 1
            Complete "Get-BRFoundationModel $at -Provider Mis" | Should -Be "'Mistral AI'|Mistral AI"
            Complete "Invoke-BRConverse hi $at -GuardrailId watch" | Should -Be 'local0guard2|watch-only; READY'
            Complete "Invoke-BRConverse hi -Region eu-central-1 -GuardrailId watch" | Should -BeNullOrEmpty
            $foreign.RequestCount | Should -Be $asked
        }
    }

    It 'warns in the tool tip of a model that ends' {
        Use-Environment $here {
            Complete "Invoke-BRConverse hi $at -ModelId amazon.titan-text-express-v1" |
                Where-Object { $_ -like 'amazon.titan-text-express-v1|*' } | Should -BeLike '*|*; ends 2027-06-30'
        }
    }

    It 'does not fail where the cache is <_>' -ForEach 'broken', 'a file' {
        $folder = Join-Path $TestDrive $_
        if ($_ -eq 'broken') {
            $null = New-Item -ItemType Directory $folder
            Set-Content (Join-Path $folder X.eu-central-1.models.json) '{"form":1,"items":[{'
        } else {
            Set-Content $folder 'not a folder'
        }

        Use-Environment @{ BEDROCKPS_CACHE_HOME = $folder } {
            (Complete "Invoke-BRConverse -Region eu-central-1 -ModelId $sonnet") -replace '\|.*' | Should -Be $sonnet
            Complete 'Invoke-BRConverse -GuardrailId x' | Should -BeNullOrEmpty
        }
    }

    It 'offers the own models that the session has listed, by ARN' {
        $endpoint = Start-TestEndpoint -SetDefault
        $null = Get-BRProvisionedThroughput
        $line = 'Invoke-BRConverse hi -ModelId provisioned-model/local0tr'

        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -BeLike 'arn:*/local0triage'
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'completes <Line>' -ForEach @(
        @{ Line = 'Get-BRFoundationModel -Supports Rea'; Words = 'Reasoning' }
        @{ Line = 'Get-BRFoundationModel -InputModality S'; Words = 'SPEECH' }
        @{ Line = 'Resolve-BRModel x -Geography us'; Words = 'us', 'us-gov' }
        @{ Line = 'Set-BRDefault -Geography g'; Words = 'global' }
        @{ Line = 'Get-BRInferenceProfile -Type A'; Words = 'APPLICATION' }
        @{ Line = 'Get-BRPromptRouter -Type d'; Words = 'default' }
        @{ Line = 'Get-BRProvisionedThroughput -Status I'; Words = 'InService' }
    ) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Be $Words
    }
}
