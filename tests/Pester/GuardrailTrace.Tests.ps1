BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $trace = '{"guardrail":{"actionReason":"Guardrail blocked.","modelOutput":["write to abc@x.com"],' +
        '"inputAssessment":{"gr1":{"topicPolicy":{"topics":[' +
        '{"name":"Investment","type":"DENY","action":"NONE","detected":false}]}}},' +
        '"outputAssessments":{"gr1":[{"sensitiveInformationPolicy":{"piiEntities":[' +
        '{"type":"EMAIL","match":"abc@x.com","action":"ANONYMIZED","detected":true}]},' +
        '"appliedGuardrailDetails":{"guardrailId":"gr1","guardrailVersion":"3"}}]}}}'
    $whole = @{
        Body = '{"output":{"message":{"role":"assistant","content":[{"text":"write to {EMAIL}"}]}},' +
            "`"stopReason`":`"guardrail_intervened`",`"trace`":$trace}"
    }
    $frames = foreach ($event in @(
            'messageStart', '{"role":"assistant"}'
            'contentBlockDelta', '{"contentBlockIndex":0,"delta":{"text":"write to {EMAIL}"}}'
            'contentBlockStop', '{"contentBlockIndex":0}'
            'messageStop', '{"stopReason":"guardrail_intervened"}'
            'metadata', "{`"trace`":$trace}")) {
        , [Text.Encoding]::UTF8.GetBytes($event)
    }
    $streamed = @{ RawStream = [byte[]] (0..4 | ForEach-Object {
                $type = [Text.Encoding]::UTF8.GetString($frames[2 * $_])
                [BedrockPS.EventStream.EventStreamEncoder]::EncodeEvent($type, $frames[2 * $_ + 1])
            })
    }
}

Describe 'The guardrail trace of an answer' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'is the same objects whole and streamed' {
        Add-Reply $endpoint $whole
        Add-Reply $endpoint $streamed
        $first = (Invoke-BRConverse hi).GuardrailTrace
        $second = (Invoke-BRConverse hi -Stream 6>$null).GuardrailTrace

        $first.Intervened | Should -BeTrue
        $first.GuardrailId | Should -Be 'gr1'
        $first.GuardrailVersion | Should -Be '3'
        $first.Findings.Policy | Should -Be 'topic', 'pii'
        "$($first.Findings[1])" | Should -Be "output pii EMAIL: 'abc@x.com' ANONYMIZED"
        $second | ConvertTo-Json -Depth 20 | Should -Be ($first | ConvertTo-Json -Depth 20)
    }

    It 'is named below the text, without what was matched: <How>' -ForEach @(
        @{ How = @{} }, @{ How = @{ Stream = $true } }
    ) {
        Add-Reply $endpoint ($How.Count ? $streamed : $whole)
        $shown = Invoke-BRConverse hi @How 6>$null | Out-String

        $shown | Should -Match '-- guardrail: output pii EMAIL ANONYMIZED'
        $shown | Should -Not -Match 'Investment'
        $shown | Should -Not -Match 'abc@x'
    }

    It 'shows nothing where no guardrail acted' {
        Invoke-BRConverse hi | Out-String | Should -Not -Match 'guardrail'
        (Invoke-BRConverse hi).GuardrailTrace | Should -BeNullOrEmpty
    }

    It 'has views of its own' {
        Add-Reply $endpoint $whole
        $answer = Invoke-BRConverse hi

        $answer.GuardrailTrace | Out-String -Width 200 |
            Should -Match "(?s)Intervened\s+: True.*output pii EMAIL: 'abc@x.com' ANONYMIZED"
        $answer.GuardrailTrace.Findings | Out-String -Width 200 |
            Should -Match '(?s)Source +Policy +Type +Match +Action.*output +pii +EMAIL +abc@x.com +ANONYMIZED'
    }
}
