BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRGuardrail' {
    It 'lists the drafts, and every version when it is told to' {
        (Get-BRGuardrail).GuardrailId | Should -Be 'local0guard1', 'local0guard2', 'local0guard3'
        (Get-BRGuardrail operations -AllVersions).GuardrailVersion | Should -Be 'DRAFT', '1'
        (Get-BRGuardrail watch*).Name | Should -Be 'watch-only'
    }

    It 'gets one by id, by ARN or by name, in a version' {
        $draft = Get-BRGuardrail local0guard1
        $first = Get-BRGuardrail $draft.GuardrailArn -GuardrailVersion 1

        $draft | Should -BeOfType BedrockPS.Guardrail
        $draft.GuardrailVersion, $first.GuardrailVersion | Should -Be 'DRAFT', '1'
        $draft.Other.contentPolicy.filters | Should -HaveCount 6
        (Get-BRGuardrail operations).GuardrailId | Should -Be 'local0guard1'
        (Get-BRGuardrail local0guard1 -AllVersions | Get-BRGuardrail).GuardrailVersion | Should -Be 'DRAFT', '1'
    }

    It 'watches a call from the pipeline, in its version' {
        $answer = Get-BRGuardrail local0guard1 -GuardrailVersion 1 | Invoke-BRConverse 'Hello' -GuardrailTrace enabled

        $answer | Should -HaveCount 1
        $sent = (Get-SentBody $endpoint).guardrailConfig
        $sent.guardrailIdentifier, $sent.guardrailVersion, $sent.trace | Should -Be 'local0guard1', '1', 'enabled'
    }

    It 'needs a question then' {
        { Get-BRGuardrail local0guard1 | Invoke-BRConverse -ErrorAction Stop } | Should -Throw '*prompt is empty*'
    }

    It 'says what is not there' {
        { Get-BRGuardrail no-such -ErrorAction Stop } | Should -Throw "*guardrail*'no-such'*"
    }
}
