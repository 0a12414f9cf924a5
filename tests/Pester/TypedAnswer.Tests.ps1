using namespace System.ComponentModel
using namespace System.Collections.Generic

enum TypedLevel { Low; High }

class TypedDisk {
    [string] $Name
    [int] $SizeGB
    [Nullable[double]] $Free
}

class TypedIncident {
    [Description('When it began')] [datetime] $When
    [TypedLevel] $Level
    [ValidateSet('db', 'web')] [string[]] $Tags
    [ValidateRange(1, 5)] [int] $Score
    [ValidatePattern('^srv\d+$')] [string] $Server
    [TypedDisk] $Disk
    [List[TypedDisk]] $Disks
    [Dictionary[string, int]] $Counts
    [AllowNull()] [string] $Note
    [timespan] $For
    [guid] $Id
    [uri] $Link
    [decimal] $Cost
    [bool] $Ok
    [ipaddress] $Address
    hidden [string] $Secret
    [TypedIncident[]] $Causes
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    # What a model calls the tool of the answer with.
    function Add-Answer([string] $Json) {
        Add-Reply $endpoint @{ ToolName = 'give_answer'; ToolInputJson = $Json }
    }
}

Describe 'Typed answers' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $llama = 'us.meta.llama3-3-70b-instruct-v1:0'
        $claude = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
        $incident = @{
            When = '2025-03-01T10:00:00Z'; Level = 'High'; Tags = @('db', 'web'); Score = 4; Server = 'SRV12'
            Disk = @{ Name = 'c'; SizeGB = 100; Free = 1.5 }; Disks = @(@{ Name = 'd'; SizeGB = 1; Free = $null })
            Counts = @{ a = 1; b = 2 }; Note = $null; For = 'PT1H30M'; Id = '6f9619ff-8b86-d011-b42d-00c04fc964ff'
            Link = 'https://example.com/x'; Cost = 1.25; Ok = $true; Address = '192.0.2.1'; Causes = @()
        }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    Context 'of a class' {
        It 'fills every kind of property' {
            Add-Answer ($incident | ConvertTo-Json -Depth 9)
            $answer = Invoke-BRConverse hi -OutputType ([TypedIncident])

            $answer | Should -BeOfType ([TypedIncident])
            $answer.When | Should -Be ([datetime]::new(2025, 3, 1, 10, 0, 0, [DateTimeKind]::Utc))
            $answer.Level | Should -Be ([TypedLevel]::High)
            $answer.Tags | Should -Be 'db', 'web'
            $answer.Disk.Free | Should -Be 1.5
            $answer.Disks[0].Free | Should -BeNullOrEmpty
            $answer.Counts['b'] | Should -Be 2
            $answer.For | Should -Be ([timespan]'01:30:00')
            $answer.Id | Should -BeOfType ([guid])
            $answer.Link.Host | Should -Be 'example.com'
            $answer.Cost | Should -Be 1.25
            $answer.Address | Should -Be ([ipaddress]'192.0.2.1')
            $answer.Causes | Should -HaveCount 0
        }

        It 'tells the model types, limits and descriptions, and hides what is hidden' {
            $body = (Invoke-BRConverse hi -OutputType ([TypedIncident]) -AsRequest).Body | ConvertFrom-Json -AsHashtable
            $schema = $body.toolConfig.tools[0].toolSpec.inputSchema.json

            $schema.properties.When.description | Should -Be 'When it began'
            $schema.properties.Level.enum | Should -Be 'Low', 'High'
            $schema.properties.Tags.items.enum | Should -Be 'db', 'web'
            $schema.properties.Score.maximum | Should -Be 5
            $schema.properties.Server.description | Should -Match 'srv'
            $schema.properties.Keys | Should -Not -Contain Secret
            $schema.required | Should -Not -Contain Note
            $schema.properties.Causes.items.'$ref' | Should -Be '#'
            $body.toolConfig.toolChoice.tool.name | Should -Be 'give_answer'
        }

        It 'is satisfied by what the local endpoint makes up, unless a pattern is asked for' {
            $disk = Invoke-BRConverse hi -OutputType ([TypedDisk]) -Many

            $disk | Should -BeOfType ([TypedDisk])
        }

        It 'has the model mend what the class itself refuses' {
            $incident.Server = 'web1'
            Add-Answer ($incident | ConvertTo-Json -Depth 9)
            $incident.Server = 'srv1'
            Add-Answer ($incident | ConvertTo-Json -Depth 9)
            $answer = Invoke-BRConverse hi -OutputType ([TypedIncident])

            $answer.Server | Should -Be 'srv1'
            (Get-SentBody $endpoint).messages[2].content[0].toolResult.content[0].text | Should -Match '\$\.Server: '
        }

        It 'does not depend on the culture' {
            $culture = [cultureinfo]::CurrentCulture
            [cultureinfo]::CurrentCulture = 'de-DE'
            try {
                Add-Answer ($incident | ConvertTo-Json -Depth 9)
                $answer = Invoke-BRConverse hi -OutputType ([TypedIncident])
                $answer.Cost | Should -Be 1.25
                $answer.Disk.Free | Should -Be 1.5
                $answer.When.Month | Should -Be 3

                Add-Answer '{"name":5}'
                Add-Answer '{"name":5}'
                $null = Invoke-BRConverse hi -Schema 'name' -ErrorVariable failed -ErrorAction SilentlyContinue
                "$failed" | Should -Match 'Value is "integer" but should be "string"'
            } finally {
                [cultureinfo]::CurrentCulture = $culture
            }
        }

        It 'may be <Name>' -ForEach @(
            @{ Name = 'a number'; Type = [int]; Json = '{"value":7}'; Expected = 7 }
            @{ Name = 'a text'; Type = [string]; Json = '{"value":"Grüße 名前"}'; Expected = 'Grüße 名前' }
            @{ Name = 'an enumeration'; Type = [DayOfWeek]; Json = '{"value":"Friday"}'; Expected = 'Friday' }
            @{ Name = 'a date'; Type = [DateTimeOffset]; Json = '{"value":"2025-01-02T03:04:05"}'
                Expected = [DateTimeOffset]'2025-01-02T03:04:05Z' }
            @{ Name = 'a bare value'; Type = [bool]; Json = 'true'; Expected = $true }
        ) {
            Add-Reply $endpoint @{ Text = $Json }
            $answer = Invoke-BRConverse hi -OutputType $Type -ModelId $llama

            $answer | Should -BeOfType $Type
            $answer | Should -Be $Expected
        }

        It 'may be a hashtable of anything' {
            Add-Answer '{"a":1,"b":{"c":[1,2]}}'
            $answer = Invoke-BRConverse hi -OutputType ([hashtable])

            $answer.a | Should -Be 1
            $answer.b.c | Should -Be 1, 2
        }
    }

    Context 'of a schema' {
        It 'makes objects with dates and ids of their own types' {
            $id = '6f9619ff-8b86-d011-b42d-00c04fc964ff'
            Add-Answer "{""name"":""x"",""when"":""2025-03-01T10:00:00Z"",""id"":""$id"",""n"":{""for"":""PT1M""}}"
            $answer = Invoke-BRConverse hi -Schema 'name, when datetime, id guid, n { for timespan }, note string?'

            $answer.when | Should -BeOfType ([datetime])
            $answer.id | Should -BeOfType ([guid])
            $answer.n.for.TotalSeconds | Should -Be 60
            $answer.PSObject.Properties.Name | Should -Be 'name', 'when', 'id', 'n'
        }

        It 'is taken as <What>' -ForEach @(
            @{ What = 'the short form'; Schema = 'name, age int' }
            @{ What = 'a hashtable'; Schema = @{ type = 'object'; required = 'name', 'age'
                    properties = @{ name = @{ type = 'string' }; age = @{ type = 'integer' } } } }
            @{ What = 'JSON'; Schema = ' {"type":"object","required":["name","age"],
                "properties":{"name":{"type":"string"},"age":{"type":"integer"}}}' }
        ) {
            $answer = Invoke-BRConverse hi -Schema $Schema

            $answer.name | Should -Be 'example'
            $answer.age | Should -Be 1
        }

        It 'is taken from a file, by path and as a file' {
            $path = Join-Path $TestDrive 'person.json'
            '{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}' | Set-Content $path

            (Invoke-BRConverse hi -Schema $path).name | Should -Be 'example'
            (Invoke-BRConverse hi -Schema (Get-Item $path)).name | Should -Be 'example'
        }

        It 'ends the command where it is wrong: <Expected>' -ForEach @(
            @{ Given = @{ Schema = 'name, age integr' }; Expected = "column 11: 'integr' is no type" }
            @{ Given = @{ Schema = @{ properties = @{ a = @{ type = 'int' } } } }; Expected = '$.properties.a.type: ' }
            @{ Given = @{ Schema = @{ properties = @{ a = @{ '$ref' = '#/x' } } } }; Expected = '$.properties.a.$ref' }
            @{ Given = @{ Schema = '{"a":' }; Expected = '-Schema is not JSON' }
            @{ Given = @{ Schema = './gone.json' }; Expected = 'gone.json' }
            @{ Given = @{ Schema = 7 }; Expected = '-Schema is a Int32' }
            @{ Given = @{ Schema = [int] }; Expected = 'give types with -OutputType' }
            @{ Given = @{ OutputType = [IO.Stream] }; Expected = 'a System.IO.Stream cannot be answered' }
            @{ Given = @{ Schema = 'a'; OutputType = [int] }; Expected = 'Give one' }
            @{ Given = @{ Many = $true }; Expected = '-Many needs' }
            @{ Given = @{ Schema = 'a'; AsEvent = $true }; Expected = '-AsEvent' }
            @{ Given = @{ Schema = 'a'; JsonSchema = @{ type = 'object' } }; Expected = '-JsonSchema' }
        ) {
            { 'one', 'two' | Invoke-BRConverse @Given -ErrorAction Continue 2>$null } |
                Should -Throw -ErrorId 'InvalidRequest,*' -ExpectedMessage "*$([wildcardpattern]::Escape($Expected))*"
            $endpoint.RequestCount | Should -Be 0
        }
    }

    Context 'on the pipeline' {
        It 'are one for each question, and an error for each failure' {
            Add-Answer '{"name":"a"}'
            Add-Answer '{"name":1}'
            Add-Answer '{"name":2}'
            Add-Answer '{"name":"c"}'
            $quietly = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
            $answers = 'one', 'two', 'three' | Invoke-BRConverse -Schema 'name' @quietly

            $answers.name | Should -Be 'a', 'c'
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be 'InvalidAnswer,BedrockPS.Cmdlets.InvokeBRConverseCommand'
            $failed[0].CategoryInfo.Category | Should -Be 'InvalidData'
            $failed[0].TargetObject | Should -Be 'two'
            $failed[0].Exception.PartialResponse.ToolUses[0].Input.name | Should -Be 2
        }

        It 'come one by one with -Many, a thousand of them too' {
            $list = 1..1000 | ForEach-Object { @{ n = $_ } }
            Add-Answer (@{ items = $list } | ConvertTo-Json -Depth 3 -Compress)
            $answers = Invoke-BRConverse hi -Schema 'n int' -Many

            $answers | Should -HaveCount 1000
            $answers[999].n | Should -Be 1000
        }

        It 'may be none' {
            Add-Answer '{"items":[]}'

            @(Invoke-BRConverse hi -Schema 'n int' -Many) | Should -HaveCount 0
        }

        It 'stop asking when the next command has had enough' {
            $null = 1..5 | Invoke-BRConverse -Schema 'n int' | Select-Object -First 2

            $endpoint.RequestCount | Should -Be 2
        }
    }

    Context 'and the answers themselves' {
        It 'are in the variable that was named, those of failures too' {
            Add-Answer '{"name":"a"}'
            Add-Reply $endpoint @{ Text = 'no'; StopReason = 'content_filtered' }
            'one', 'two' | Invoke-BRConverse -Schema 'name' -ResponseVariable found -ErrorAction SilentlyContinue |
                ForEach-Object name | Should -Be 'a'

            $found | Should -HaveCount 2
            $found[0] | Should -BeOfType ([BedrockPS.ConverseResponse])
            $found[1].Text | Should -Be 'no'
        }

        It 'are added to what is there with +' {
            $null = Invoke-BRConverse one -Schema 'name' -ResponseVariable found
            $null = Invoke-BRConverse two -Schema 'name' -ResponseVariable +found
            $found | Should -HaveCount 2

            $null = Invoke-BRConverse three -Schema 'name' -ResponseVariable found
            $found | Should -HaveCount 1
        }

        It 'are set where the caller is' {
            function Get-Typed {
                $null = Invoke-BRConverse one -Schema 'name' -ResponseVariable inner
                $inner.Count
            }

            Get-Typed | Should -Be 1
            Get-Variable inner -ErrorAction Ignore | Should -BeNullOrEmpty
        }

        It 'count what the repair used' {
            Add-Answer '{"name":1}'
            $null = Invoke-BRConverse one -Schema 'name' -ResponseVariable found

            $found[0].Attempts | Should -Be 2
            $found[0].Usage.OutputTokens | Should -BeGreaterThan 0
        }
    }

    Context 'are asked for' {
        It 'natively where the model can, and told on -Verbose' {
            $told = Invoke-BRConverse hi -Schema 'name, score int' -ModelId $claude -Verbose 4>&1 |
                Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }

            $told | Out-String | Should -Match 'outputConfig.textFormat'
            (Get-SentBody $endpoint).outputConfig.textFormat.type | Should -Be 'json_schema'
        }

        It 'in the next way where the model refuses, once a session' {
            Add-Reply $endpoint @{
                ErrorCode = 'ValidationException'
                Message   = 'output_config.format: Extra inputs are not permitted'
            }
            $answers = 1..3 | Invoke-BRConverse -Schema 'name' -ModelId $claude

            $answers.name | Should -Be 'example', 'example', 'example'
            $endpoint.RequestCount | Should -Be 4
            (Invoke-BRConverse hi -Schema 'age int' -ModelId $claude).age | Should -Be 1
            $endpoint.RequestCount | Should -Be 5
        }

        It 'of models that can only be told' {
            Add-Reply $endpoint @{ Text = "Yes!`n``````json`n{""name"":""ü"",""age"":3}`n```````nAnything else?" }
            $answer = Invoke-BRConverse hi -Schema 'name, age int' -ModelId $llama -System 'Be brief.'

            $answer.name | Should -Be 'ü'
            $system = (Get-SentBody $endpoint).system
            $system[0].text | Should -Be 'Be brief.'
            $system[1].text | Should -Match '<schema>'
        }

        It 'as a stream that is not shown' {
            $shown = Invoke-BRConverse hi -Schema 'name' -ModelId $claude -Stream 6>&1

            @($shown) | Should -HaveCount 1
            $shown.name | Should -Be 'example'
            $endpoint.Requests[-1].Path | Should -Match 'converse-stream$'
        }

        It 'about files and context' {
            $answer = Get-Item $PSCommandPath | Invoke-BRConverse 'What is it?' -Schema 'title' -Document $PSCommandPath

            $answer.title | Should -Be 'example'
        }

        It 'after tools have run' {
            $tool = New-BRTool -Name get_answer -ScriptBlock { 42 } -ReadOnly -Description 'Gets it.'
            Add-Reply $endpoint @{ ToolName = 'get_answer'; ToolInputJson = '{}' }
            Add-Reply $endpoint @{ Text = 'It is wrong.' }
            Add-Reply $endpoint @{ Text = '{"n":42}' }
            $answer = Invoke-BRConverse hi -Schema 'n int' -Tool $tool -ResponseVariable found

            $answer.n | Should -Be 42
            $found[0].ToolCalls.Name | Should -Be 'get_answer'
            $endpoint.RequestCount | Should -Be 3
            (Get-SentBody $endpoint).toolConfig.tools.toolSpec.name | Should -Be 'get_answer'
        }
    }

    Context 'in a conversation' {
        It 'are kept such that the next question is taken' {
            $conversation = Start-BRConversation
            Add-Answer '{"name":1}'
            Add-Answer '{"name":"a"}'
            $first = $conversation | Send-BRMessage hi -Schema 'name'
            $second = $conversation | Send-BRMessage again -OutputType ([TypedDisk])
            $third = $conversation | Send-BRMessage 'And in words?'

            $first.name | Should -Be 'a'
            $second | Should -BeOfType ([TypedDisk])
            $third.StopReason | Should -Be 'end_turn'
            $conversation.Messages.Role | Should -Be 'user', 'assistant', 'user', 'assistant', 'user', 'assistant'
            "$($conversation.Messages[1])" | Should -Be '{"name":"a"}'
        }

        It 'leave it as it was where they fail' {
            $conversation = Start-BRConversation
            Add-Answer '{"name":1}'
            Add-Answer '{"name":2}'
            $conversation | Send-BRMessage hi -Schema 'name' -ErrorVariable failed -ErrorAction SilentlyContinue

            $failed | Should -HaveCount 1
            $conversation.Messages | Should -HaveCount 0
        }

        It 'go on from the answer in the variable' {
            $null = Invoke-BRConverse hi -Schema 'name' -ResponseVariable found
            $answer = $found[0] | Send-BRMessage 'Are there more?' -Schema 'name' -Many

            $answer.name | Should -Be 'example'
            (Get-SentBody $endpoint).messages | Should -HaveCount 3
        }
    }
}

Describe 'The JSON Schema library' {
    It 'is loaded when it is needed, beside the one of PowerShell: <Order>' -ForEach @(
        @{ Order = 'ours first'; First = 'Ours'; Second = 'Theirs' }
        @{ Order = 'ours second'; First = 'Theirs'; Second = 'Ours' }
    ) {
        $shown = Invoke-NewShell @"
`$ErrorActionPreference = 'Stop'
function Get-Loaded {
    @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'JsonSchema.Net' })
}
function Use-Theirs { "theirs `$(Test-Json -Json '{"a":1}' -Schema '{"type":"object","required":["a"]}')" }
function Use-Ours {
    Import-Module '$(Get-StagedManifest)'
    `$null = Start-BRLocalEndpoint -SetDefault
    `$null = Invoke-BRConverse hi
    `$before = Get-Loaded | Where-Object { `$_.Location -match 'BedrockPS' }
    "ours `$(@(`$before).Count) `$((Invoke-BRConverse hi -Schema 'a int').a)"
}
Use-$First
Use-$Second
Use-$First
Use-$Second
"loaded `$((Get-Loaded | ForEach-Object { `$_.GetName().Version.Major } | Sort-Object -Unique).Count)"
[BedrockPS.ConverseResponse].Assembly.GetReferencedAssemblies().Name -match 'Schema'
"@
        $shown | Should -Contain 'ours 0 1'
        $shown | Where-Object { $_ -eq 'theirs True' } | Should -HaveCount 2
        $shown | Should -Contain 'loaded 2'
    }
}
