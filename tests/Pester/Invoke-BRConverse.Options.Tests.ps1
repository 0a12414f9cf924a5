BeforeDiscovery {
    $api = if ($env:BEDROCKPS_API) { $env:BEDROCKPS_API } else { Join-Path $PSScriptRoot '../../../shared/api' }
    $description = Join-Path $api 'bedrock-runtime.service-2.json'
    $members = if (Test-Path $description) {
        (Get-Content $description -Raw | ConvertFrom-Json -AsHashtable).shapes.ConverseStreamRequest.members.Keys |
            Where-Object { $_ -ne 'modelId' } | ForEach-Object { @{ Member = $_ } }
    }
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $tool = @{
        toolSpec = @{ name = 'get_weather'; description = 'Weather'; inputSchema = @{ json = @{ type = 'object' } } }
    }
}

Describe 'Invoke-BRConverse, its options' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    Context 'every member of the request' {
        It 'can send <Member>' -Skip:(-not $members) -ForEach $members {
            $everything = @{
                Prompt                           = 'hi'
                System                           = 'Be brief.'
                MaxTokens                        = 9
                ToolConfig                       = @{ tools = @($tool) }
                GuardrailId                      = 'g1'
                AdditionalModelRequestField      = @{ top_k = 5 }
                PromptVariable                   = @{ city = 'Rome' }
                AdditionalModelResponseFieldPath = '/stop_sequence'
                RequestMetadata                  = @{ team = 'ops' }
                PerformanceLatency               = 'optimized'
                ServiceTier                      = 'flex'
                JsonSchema                       = @{ type = 'object' }
            }
            $null = Invoke-BRConverse @everything -Stream 6>$null -ErrorAction SilentlyContinue

            (Get-SentBody $endpoint).Keys | Should -Contain $Member
        }

        It 'sends options in the service''s shape' {
            $options = @{
                GuardrailId                      = 'g1'
                GuardrailVersion                 = '2'
                GuardrailTrace                   = 'enabled_full'
                GuardrailStreamMode              = 'async'
                PromptVariable                   = @{ days = 3 }
                AdditionalModelResponseFieldPath = '/a', '/b'
                RequestMetadata                  = @{ team = 'ops'; ticket = 42 }
                PerformanceLatency               = 'optimized'
                ServiceTier                      = 'priority'
            }
            $null = Invoke-BRConverse hi @options -AsEvent

            $sent = Get-SentBody $endpoint
            $sent.guardrailConfig.guardrailIdentifier | Should -Be 'g1'
            $sent.guardrailConfig.guardrailVersion | Should -Be '2'
            $sent.guardrailConfig.trace | Should -Be 'enabled_full'
            $sent.guardrailConfig.streamProcessingMode | Should -Be 'async'
            $sent.promptVariables.days.text | Should -Be '3'
            $sent.additionalModelResponseFieldPaths | Should -Be '/a', '/b'
            $sent.requestMetadata.ticket | Should -Be '42'
            $sent.performanceConfig.latency | Should -Be 'optimized'
            $sent.serviceTier.type | Should -Be 'priority'
        }

        It 'leaves the stream mode of a guardrail out of a whole call, which has none' {
            $null = Invoke-BRConverse hi -GuardrailId g1 -GuardrailStreamMode async

            (Get-SentBody $endpoint).guardrailConfig.Keys | Should -Not -Contain 'streamProcessingMode'
        }

        It 'sends a schema as the text that the service wants: <Kind>' -ForEach @(
            @{
                Kind   = 'hashtable'
                Schema = @{ type = 'object'; properties = @{ city = @{ type = 'string' } }; required = @('city') }
            }
            @{
                Kind   = 'JSON text'
                Schema = '{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}'
            }
        ) {
            $answer = Invoke-BRConverse 'Which city?' -JsonSchema $Schema

            $format = (Get-SentBody $endpoint).outputConfig.textFormat
            $format.type | Should -Be 'json_schema'
            ($format.structure.jsonSchema.schema | ConvertFrom-Json).required | Should -Be 'city'
            ($answer.Text | ConvertFrom-Json).city | Should -BeOfType string
        }

        It 'takes tools as <Kind>' -ForEach @(
            @{ Kind = 'a configuration'; Tools = { @{ tools = @($tool); toolChoice = @{ any = @{} } } } }
            @{ Kind = 'a list'; Tools = { , @($tool) } }
            @{ Kind = 'one tool'; Tools = { $tool } }
            @{ Kind = 'JSON text'; Tools = { @{ tools = @($tool) } | ConvertTo-Json -Depth 9 } }
        ) {
            $null = Invoke-BRConverse hi -ToolConfig (& $Tools)

            (Get-SentBody $endpoint).toolConfig.tools[0].toolSpec.name | Should -Be 'get_weather'
        }

        It 'refuses <What> and ends the command' -ForEach @(
            @{ What = 'guardrail settings without a guardrail'; Arguments = @{ GuardrailTrace = 'enabled' } }
            @{ What = 'a time to cache without what'; Arguments = @{ CacheTtl = '1h' } }
            @{ What = 'a section that cannot be cached'; Arguments = @{ Cache = 'Everything' } }
            @{ What = 'a schema that is not JSON'; Arguments = @{ JsonSchema = '{' } }
            @{ What = 'tools that are no tools'; Arguments = @{ ToolConfig = 5 } }
            @{ What = 'a message that is no turn'; Arguments = @{ Message = 5 } }
            @{ What = 'a message without content'; Arguments = @{ Message = @{ role = 'user' } } }
        ) {
            { 'a', 'b' | Invoke-BRConverse @Arguments } | Should -Throw -ErrorId 'InvalidRequest*'
            $endpoint.Requests | Should -HaveCount 0
        }
    }

    Context 'turns' {
        It 'puts -Message before the question' {
            $null = Invoke-BRConverse 'And now?' -Message @(
                'first'
                @{ role = 'assistant'; content = @(@{ text = 'second' }) }
            )

            $sent = (Get-SentBody $endpoint).messages
            $sent.role | Should -Be 'user', 'assistant', 'user'
            $sent[0].content[0].text | Should -Be 'first'
            $sent[2].content[0].text | Should -Be 'And now?'
        }

        It 'asks with -Message alone' {
            $null = Invoke-BRConverse -Message 'the question'

            (Get-SentBody $endpoint).messages[0].content[0].text | Should -Be 'the question'
        }

        It 'takes a turn as <Kind>' -ForEach @(
            @{ Kind = 'a Message'; Turn = { [BedrockPS.Message]::new('assistant', 'said') } }
            @{ Kind = 'a mocked Message'; Turn = {
                    [BedrockPS.Message] @{ Role = 'assistant'; Content = @([BedrockPS.TextBlock] @{ Text = 'said' }) }
                }
            }
            @{ Kind = 'a hashtable with plain text'; Turn = { @{ Role = 'assistant'; Content = 'said' } } }
            @{ Kind = 'a custom object'; Turn = {
                    [pscustomobject] @{ role = 'assistant'; content = @([pscustomobject] @{ text = 'said' }) }
                }
            }
            @{ Kind = 'what ConvertFrom-Json made'; Turn = {
                    '{"role":"assistant","content":[{"text":"said"}]}' | ConvertFrom-Json
                }
            }
            @{ Kind = 'an answer'; Turn = { [BedrockPS.ConverseResponse] @{ Text = 'said' } } }
            @{ Kind = 'a Message that went through JSON'; Turn = {
                    [BedrockPS.Message]::new('assistant', 'said') | ConvertTo-Json -Depth 9 | ConvertFrom-Json
                }
            }
            @{ Kind = 'an answer that went through CLIXML'; Turn = {
                    $message = [BedrockPS.Message]::new('assistant', 'said')
                    [BedrockPS.ConverseResponse] @{ Message = $message } | Export-Clixml TestDrive:/a.xml
                    Import-Clixml TestDrive:/a.xml
                }
            }
        ) {
            $null = Invoke-BRConverse 'Next' -Message 'first', (& $Turn)

            $sent = (Get-SentBody $endpoint).messages
            $sent.role | Should -Be 'user', 'assistant', 'user'
            $sent[1].content[0].text | Should -Be 'said'
        }

        It 'passes blocks of every kind through, known or not' {
            $turn = @{
                role    = 'user'
                content = @(
                    @{ text = 'look' }
                    @{ guardContent = @{ text = @{ text = 'x'; qualifiers = @('query') } } }
                    @{ searchResult = @{ source = 's'; title = 't'; content = @(@{ text = 'r' }) } }
                    @{ toolAddition = @{ tool = @{ name = 'n' } } }
                    @{ toolRemoval = @{ tool = @{ name = 'n' } } }
                    @{ brandNew = @{ deep = @(1, @{ a = $null }) } }
                    @{ cachePoint = @{ type = 'default'; ttl = '1h' } }
                )
            }
            $null = Invoke-BRConverse -Message $turn

            $sent = (Get-SentBody $endpoint).messages[0].content
            $sent.Keys | Should -Be @(
                'text', 'guardContent', 'searchResult', 'toolAddition', 'toolRemoval', 'brandNew', 'cachePoint')
            $sent[5].brandNew.deep[1].Keys | Should -Be 'a'
            $sent[6].cachePoint.ttl | Should -Be '1h'
        }

        It 'sends reasoning and its signature back unchanged, also after CLIXML' {
            $answer = [BedrockPS.ConverseResponse] @{
                Message = [BedrockPS.Message] @{
                    Role    = 'assistant'
                    Content = @(
                        [BedrockPS.ReasoningBlock] @{ Text = 'thought'; Signature = 'sig==' }
                        [BedrockPS.ReasoningBlock] @{ RedactedContent = [byte[]] (1, 2, 3) }
                        [BedrockPS.TextBlock] @{ Text = 'said' }
                    )
                }
            }
            $answer | Export-Clixml TestDrive:/r.xml
            foreach ($turn in $answer, (Import-Clixml TestDrive:/r.xml)) {
                $null = Invoke-BRConverse 'Next' -Message 'first', $turn

                $content = (Get-SentBody $endpoint).messages[1].content
                $content[0].reasoningContent.reasoningText.text | Should -Be 'thought'
                $content[0].reasoningContent.reasoningText.signature | Should -Be 'sig=='
                $content[1].reasoningContent.redactedContent | Should -Be 'AQID'
            }
        }
    }

    Context 'reasoning' {
        It 'turns it on for <Model> in the words of its family' -ForEach @(
            @{
                Model  = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0'
                How    = @{ Reasoning = $true }
                Fields = '{"thinking":{"type":"enabled","budget_tokens":4096}}'
            }
            @{
                Model  = 'us.anthropic.claude-sonnet-4-20250514-v1:0'
                How    = @{ ReasoningBudget = 2000 }
                Fields = '{"thinking":{"type":"enabled","budget_tokens":2000}}'
            }
            @{
                Model  = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
                How    = @{ Effort = 'low' }
                Fields = '{"thinking":{"type":"enabled","budget_tokens":1024}}'
            }
            @{
                Model  = 'us.anthropic.claude-sonnet-4-6'
                How    = @{ Reasoning = $true }
                Fields = '{"thinking":{"type":"adaptive"}}'
            }
            @{
                Model  = 'us.amazon.nova-2-lite-v1:0'
                How    = @{ Effort = 'high' }
                Fields = '{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}}'
            }
            @{ Model = 'openai.gpt-oss-120b-1:0'; How = @{ Effort = 'high' }; Fields = '{"reasoning_effort":"high"}' }
            @{ Model = 'qwen.qwen3-32b-v1:0'; How = @{ Reasoning = $true }; Fields = '{"reasoning_config":"high"}' }
        ) {
            $null = Invoke-BRConverse hi -ModelId $Model @How -ErrorAction SilentlyContinue

            $sent = (Get-SentBody $endpoint).additionalModelRequestFields
            $sent | ConvertTo-Json -Compress -Depth 5 | Should -Be $Fields
        }

        It 'leaves room for the answer beside the thoughts' {
            $null = Invoke-BRConverse hi -ModelId us.anthropic.claude-haiku-4-5-20251001-v1:0 -Reasoning

            (Get-SentBody $endpoint).inferenceConfig.maxTokens | Should -Be 8192
        }

        It 'says that a budget leaves no room' {
            $call = @{
                ModelId         = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
                ReasoningBudget = 2000
                MaxTokens       = 1000
            }
            $null = Invoke-BRConverse hi @call -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures[0].Exception.Message | Should -Match '2000 tokens leave no room in an answer of 1000'
        }

        It 'sends the effort of a newer Claude where the service has it' {
            $model = 'us.anthropic.claude-sonnet-4-6'
            $null = Invoke-BRConverse hi -ModelId $model -Effort high -ErrorAction SilentlyContinue

            (Get-SentBody $endpoint).outputConfig.effort | Should -Be 'high'
        }

        It 'lets fields of the caller''s own stand' {
            $own = @{ reasoning_effort = 'low'; x = 1 }
            $null = Invoke-BRConverse hi -ModelId openai.gpt-oss-120b-1:0 -Reasoning -AdditionalModelRequestField $own

            $fields = (Get-SentBody $endpoint).additionalModelRequestFields
            $fields.reasoning_effort | Should -Be 'low'
            $fields.x | Should -Be 1
        }

        It 'refuses a budget where no tokens are counted' {
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            $null = Invoke-BRConverse hi -ModelId openai.gpt-oss-120b-1:0 -ReasoningBudget 2048 @silent

            $failures[0].Exception.Message | Should -Match '-ReasoningBudget would not hold'
            $endpoint.Requests | Should -HaveCount 0
        }

        It 'says so where no way is known' {
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            $null = Invoke-BRConverse hi -ModelId amazon.nova-micro-v1:0 -Reasoning @silent

            $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
            $failures[0].Exception.Message | Should -Match '-AdditionalModelRequestField'
        }
    }

    Context 'caching' {
        It 'marks the ends of tools, system prompt and history' {
            $turns = 'first', @{ role = 'assistant'; content = 'second' }
            $cache = @{ Cache = 'Tools', 'System', 'History'; CacheTtl = '1h' }
            $null = Invoke-BRConverse 'Next' -System 'Long.' -ToolConfig $tool @cache -Message $turns

            $sent = Get-SentBody $endpoint
            $sent.toolConfig.tools[-1].cachePoint.type | Should -Be 'default'
            $sent.system[-1].cachePoint.ttl | Should -Be '1h'
            $sent.messages[0].content[-1].cachePoint.ttl | Should -Be '1h'
            $sent.messages[2].content[-1].cachePoint.ttl | Should -Be '1h'
            $sent.messages[1].content.Keys | Should -Not -Contain 'cachePoint'
        }

        It 'sets no more points than the service allows, those of the caller counted' {
            $own = 1..3 | ForEach-Object {
                @{ role = 'user'; content = @(@{ text = "t$_" }, @{ cachePoint = @{ type = 'default' } }) }
                @{ role = 'assistant'; content = 'ok' }
            }
            $cache = @{ Cache = 'Tools', 'System', 'History' }
            $null = Invoke-BRConverse 'Next' -System 'Long.' -ToolConfig $tool @cache -Message $own

            [regex]::Matches($endpoint.Requests[-1].Body, '"cachePoint"').Count | Should -Be 4
        }

        It 'leaves a conversation as it was' {
            $conversation = Start-BRConversation -System 'Long.'
            $null = $conversation | Send-BRMessage one -Cache System, History
            $null = $conversation | Send-BRMessage two -Cache System, History

            [regex]::Matches($endpoint.Requests[-1].Body, '"cachePoint"').Count | Should -Be 3
            $conversation.Messages.Content.Kind | Should -Not -Contain 'cachePoint'
        }
    }

    Context 'the answer' {
        It 'warns once of <Reason>' -ForEach @(
            @{ Reason = 'max_tokens' }, @{ Reason = 'guardrail_intervened' }, @{ Reason = 'content_filtered' }
            @{ Reason = 'malformed_tool_use' }, @{ Reason = 'model_context_window_exceeded' }
        ) {
            Add-Reply $endpoint @{ Text = 'x'; StopReason = $Reason; Times = 3 }
            $null = Invoke-BRConverse hi -WarningVariable whole -WarningAction SilentlyContinue
            $null = Invoke-BRConverse hi -Stream -WarningVariable streamed -WarningAction SilentlyContinue 6>$null
            $quiet = Invoke-BRConverse hi 3>$null

            $whole | Should -HaveCount 1
            $streamed | Should -HaveCount 1
            $quiet.StopReason | Should -Be $Reason
        }

        It 'does not warn of an ordinary end' {
            $null = Invoke-BRConverse hi -WarningVariable warnings

            $warnings | Should -HaveCount 0
        }

        It 'survives CLIXML whole' {
            Add-Reply $endpoint @{
                Text = 'said'; ToolName = 'get_weather'; ToolInputJson = '{"place":{"city":"Rome"}}'
            }
            Invoke-BRConverse hi | Export-Clixml TestDrive:/answer.xml
            $back = Import-Clixml TestDrive:/answer.xml

            $back.Text | Should -Be 'said'
            $back.Message.Content[0].Text | Should -Be 'said'
            $back.ToolUses[0].Input.place.city | Should -Be 'Rome'
            $back.Usage.InputTokens | Should -BeGreaterThan 0
        }

        It 'survives JSON' {
            Add-Reply $endpoint @{
                Text = 'said'; ToolName = 'get_weather'; ToolInputJson = '{"place":{"city":"Rome"}}'
            }
            $back = Invoke-BRConverse hi | ConvertTo-Json -Depth 9 | ConvertFrom-Json

            $back.Text | Should -Be 'said'
            $back.ToolUses[0].Input.place.city | Should -Be 'Rome'
        }

        It 'is a flat row of CSV' {
            Add-Reply $endpoint @{ Text = 'said'; ToolName = 'get_weather'; ToolInputJson = '{"city":"Rome"}' }
            $row = Invoke-BRConverse hi | ConvertTo-Csv | ConvertFrom-Csv

            $row.Text | Should -Be 'said'
            [int] $row.InputTokens | Should -BeGreaterThan 0
            $row.ToolUses | Should -Be 'get_weather {"city":"Rome"}'
            $row.PSObject.Properties.Value | Should -Not -Match '^(System|BedrockPS)\.'
        }

        It 'numbers and times its events' {
            $events = Invoke-BRConverse hi -AsEvent

            $events.Index | Should -Be (0..($events.Count - 1))
            $events[-1].ElapsedMs | Should -BeGreaterOrEqual $events[0].ElapsedMs
            $events[0].ElapsedMs | Should -BeGreaterThan 0
        }

        It 'is the same object by every way' {
            $whole = Invoke-BRConverse 'Tell me'
            $streamed = Invoke-BRConverse 'Tell me' -Stream 6>$null
            $events = Invoke-BRConverse 'Tell me' -AsEvent

            $events.Text -join '' | Should -Be $whole.Text
            foreach ($name in 'Text', 'StopReason', 'InputTokens', 'OutputTokens', 'Reasoning', 'ModelId') {
                $streamed.$name | Should -Be $whole.$name
            }
        }
    }

    Context 'streams and hosts' {
        It 'works in a job' {
            $job = Start-Job -ArgumentList (Get-StagedManifest), $endpoint.Uri.AbsoluteUri {
                param($manifest, $url)
                Import-Module $manifest
                Invoke-BRConverse 'In a job' -Stream -ModelId amazon.nova-micro-v1:0 -EndpointUrl $url
            }
            $answer = $job | Receive-Job -Wait -AutoRemoveJob 6>$null

            $answer.Text | Should -Match 'In a job'
        }

        It 'works in a runspace without a host UI' {
            $code = 'param($url) Invoke-BRConverse hi -Stream -ModelId amazon.nova-micro-v1:0 -EndpointUrl $url'
            $shell = Start-Shell $code $endpoint.Uri
            $shell.Running.AsyncWaitHandle.WaitOne(20000) | Should -BeTrue

            $shell.Output[0].StopReason | Should -Be 'end_turn'
            $shell.Shell.Streams.Information.Count | Should -BeGreaterThan 1
        }

        It 'is in a transcript' {
            $transcript = Join-Path $TestDrive transcript.txt
            $null = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
Start-Transcript '$transcript'
`$answer = Invoke-BRConverse 'For the record' -Stream -ModelId amazon.nova-micro-v1:0 -EndpointUrl '$($endpoint.Uri)'
Stop-Transcript
"@
            (Get-Content $transcript -Raw).Replace("`n", '') | Should -Match 'For the record'
        }

        It 'puts nothing but text into a redirected stream' {
            Add-Reply $endpoint @{ Pieces = [string[]] ('Ö', 'l und ', '漢', '字 🌊') }
            $null = Invoke-BRConverse hi -Stream 6> TestDrive:/stream.txt

            (Get-Content TestDrive:/stream.txt) -join '' | Should -Be 'Öl und 漢字 🌊'
        }

        It 'shows twenty answers as a table' {
            $shown = 1..20 | ForEach-Object { "question $_" } | Invoke-BRConverse | Format-Table | Out-String -Width 120
            $lines = $shown.Trim() -split "`n"

            $lines | Should -HaveCount 22
            $lines[0] | Should -Match 'Model.*Stop.*In.*Out.*Text'
            $lines[2] | Should -Match 'amazon.nova-micro-v1:0'
        }
    }
}
