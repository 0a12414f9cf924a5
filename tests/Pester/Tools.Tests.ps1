# The loop behind -Tool: call, run, answer, again.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    function Add-ToolReply([Parameter(Mandatory)] $Use) {
        Add-BRLocalReply -ToolUse $Use
    }

    function Get-Results([int] $Index = -1) {
        (Get-SentBody $endpoint $Index).messages[-1].content.toolResult | Where-Object { $_ }
    }
}

Describe 'The use of tools' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $add = New-BRTool -Name get_sum -ScriptBlock { param([int] $A, [int] $B) $A + $B }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'runs what the model asks for, and gives the answer that follows: <Form>' -ForEach @(
        @{ Form = 'whole'; How = @{} }
        @{ Form = 'streamed'; How = @{ Stream = $true } }
    ) {
        Add-BRLocalReply 'Let me see.' -ToolUse @{ name = 'get_sum'; input = @{ A = 2; B = 3 } }
        Add-BRLocalReply 'It is 5.'
        $text = Invoke-BRConverse 'How much is 2 and 3?' -Tool $add @How -InformationVariable shown 6>$null

        $text.Text | Should -Be 'It is 5.'
        $text.StopReason | Should -Be 'end_turn'
        $text.ToolCalls | Should -HaveCount 1
        $text.ToolCalls[0].Input.A | Should -Be 2
        $text.ToolCalls[0].Output | Should -Be 5
        $text.ToolCalls[0].Status | Should -Be 'success'
        $text.ToolCalls[0].Duration | Should -BeGreaterThan ([timespan]::Zero)
        if ($How.Stream) {
            -join $shown.MessageData.Message | Should -Be 'Let me see.It is 5.'
        }

        $sent = Get-SentBody $endpoint
        $sent.messages.role | Should -Be 'user', 'assistant', 'user'
        $sent.messages[1].content[1].toolUse.input.B | Should -Be 3
        (Get-Results).content[0].text | Should -Be "[`n5`n]"
        $sent.toolConfig.tools[0].toolSpec.inputSchema.json.properties.A.type | Should -Be 'integer'
    }

    It 'answers parallel calls in one user message, in their order' {
        Add-ToolReply @{ name = 'get_sum'; input = @{ A = 1; B = 1 }; toolUseId = 'one' },
            @{ name = 'get_sum'; input = @{ A = 2; B = 2 }; toolUseId = 'two' }
        $answer = Invoke-BRConverse hi -Tool $add

        $endpoint.Requests | Should -HaveCount 2
        (Get-SentBody $endpoint).messages | Should -HaveCount 3
        (Get-Results).toolUseId | Should -Be 'one', 'two'
        $answer.ToolCalls.Output | Should -Be 2, 4
    }

    It 'runs calls at once where it may, in runspaces of their own: <Limit>' -ForEach @(
        @{ Limit = 1; Elsewhere = 0 }
        @{ Limit = 3; Elsewhere = 3 }
    ) {
        # Each waits for the other two: one after another they would not meet.
        $meeting = [System.Threading.Barrier]::new($Limit)
        $tool = New-BRTool -Name get_runspace -Parameter N -Argument @{ Meeting = $meeting } -ScriptBlock {
            param([int] $N, $Meeting)
            if (-not $Meeting.SignalAndWait(20000)) { throw 'The others did not come.' }
            [runspace]::DefaultRunspace.InstanceId
        }
        Add-ToolReply (1..3 | ForEach-Object { @{ name = 'get_runspace'; input = @{ N = $_ } } })
        $answer = Invoke-BRConverse hi -Tool $tool -ToolThrottleLimit $Limit

        $answer.ToolCalls.Status | Should -Be 'success', 'success', 'success'
        $own = [runspace]::DefaultRunspace.InstanceId
        @($answer.ToolCalls.Output | Where-Object { $_ -ne $own }) | Should -HaveCount $Elsewhere
    }

    It 'sums what all calls used' {
        Add-BRLocalReply -ToolUse @{ name = 'get_sum'; input = @{ A = 1; B = 1 }; toolUseId = 'one' } -Times 2
        $events = Invoke-BRConverse hi -Tool $add -AsEvent
        $endpoint.Dispose()
        $endpoint = Start-TestEndpoint -SetDefault
        Add-ToolReply @{ name = 'get_sum'; input = @{ A = 1; B = 1 }; toolUseId = 'one' }
        $answer = Invoke-BRConverse hi -Tool $add -Stream 6>$null

        $each = ($events | Where-Object EventType -EQ 'metadata').Usage | Select-Object -First 2
        $each | Should -HaveCount 2
        $answer.Usage.InputTokens | Should -Be ($each.InputTokens | Measure-Object -Sum).Sum
        $answer.Usage.TotalTokens | Should -Be ($answer.Usage.InputTokens + $answer.Usage.OutputTokens)
        $answer.Attempts | Should -Be 2
    }

    It 'gives the events of all turns' {
        Add-ToolReply @{ name = 'get_sum'; input = @{ A = 1; B = 1 } }
        Add-BRLocalReply 'done'
        $events = Invoke-BRConverse hi -Tool $add -AsEvent

        ($events | Where-Object EventType -EQ 'messageStop').StopReason | Should -Be 'tool_use', 'end_turn'
        -join $events.Text | Should -Be 'done'
    }

    It 'takes the names of commands' {
        Add-ToolReply @{ name = 'Get-Item'; input = @{ Path = "$TestDrive" } }
        (Invoke-BRConverse hi -Tool Get-Item, Get-Date).ToolCalls[0].Output[0].FullName | Should -Be "$TestDrive"
    }

    It 'runs tools in the session: its functions, its variables, its location' {
        function Get-Mine([string] $Name) { "$Name $mine $PWD" }
        $mine = 'is here'
        Push-Location $TestDrive
        Add-ToolReply @{ name = 'Get-Mine'; input = @{ Name = 'x' } }
        $answer = Invoke-BRConverse hi -Tool Get-Mine
        Pop-Location

        $answer.ToolCalls[0].Output | Should -Be "x is here $TestDrive"
    }

    It 'knows functions and modules in runspaces of their own, too' {
        function Get-Mine([string] $Name) { "$Name of mine" }
        Add-ToolReply @{ name = 'Get-Mine'; input = @{ Name = 'x' } }, @{ name = 'Get-BRLocalEndpoint'; input = @{} }
        $answer = Invoke-BRConverse hi -Tool Get-Mine, Get-BRLocalEndpoint -ToolThrottleLimit 2

        $answer.ToolCalls.Status | Should -Be 'success', 'success'
        $answer.ToolCalls[0].Output | Should -Be 'x of mine'
    }

    It 'stands in runspaces of their own where a tool has taken the session' {
        $tool = New-BRTool -Name get_to -ScriptBlock { param([string] $Path) if ($Path) { Set-Location $Path }; "$PWD" }
        Add-ToolReply @{ name = 'get_to'; input = @{} }, @{ name = 'get_to'; input = @{} }
        Add-ToolReply @{ name = 'get_to'; input = @{ Path = "$TestDrive" } }
        Add-ToolReply @{ name = 'get_to'; input = @{} }, @{ name = 'get_to'; input = @{} }
        Push-Location
        try {
            $answer = Invoke-BRConverse hi -Tool $tool -ToolThrottleLimit 2
        } finally {
            Pop-Location
        }

        $answer.ToolCalls.Output | Should -Be "$PWD", "$PWD", "$TestDrive", "$TestDrive", "$TestDrive"
    }

    It 'gives what -Argument sets, and lets the model not override it' {
        $tool = New-BRTool Get-ChildItem -Parameter Filter -Argument @{ Path = "$TestDrive" }
        $null = New-Item $TestDrive/a.txt, $TestDrive/b.log -Force
        Add-ToolReply @{ name = 'Get-ChildItem'; input = @{ Filter = '*.txt' } },
            @{ name = 'Get-ChildItem'; input = @{ Filter = '*'; Path = '/' } }
        $answer = Invoke-BRConverse hi -Tool $tool

        $answer.ToolCalls[0].Output.Name | Should -Be 'a.txt'
        $answer.ToolCalls[1].Status | Should -Be 'refused'
    }

    It 'tells the model of <What>' -ForEach @(
        @{ What = 'a tool that was not declared'; Name = 'Remove-Item'; Arguments = @{ Path = '/' }; Status = 'refused'
            Says = 'there is no tool of this name. There are: get_it' }
        @{ What = 'a parameter that was not declared'; Name = 'get_it'; Arguments = @{ N = 1; Evil = 2 }; Status = 'refused'
            Says = "no parameter 'Evil'" }
        @{ What = 'a beginning of a parameter'; Name = 'get_it'; Arguments = @{ N = 1; Kin = 'a' }; Status = 'refused'
            Says = "no parameter 'Kin'" }
        @{ What = 'a common parameter'; Name = 'get_it'; Arguments = @{ N = 1; OutVariable = 'x' }; Status = 'refused'
            Says = "no parameter 'OutVariable'" }
        @{ What = 'a missing parameter'; Name = 'get_it'; Arguments = @{}; Status = 'refused'; Says = "'N' is missing" }
        @{ What = 'null for what is mandatory'; Name = 'get_it'; Arguments = @{ N = $null }; Status = 'refused'
            Says = "'N' is missing" }
        @{ What = 'a value of another type'; Name = 'get_it'; Arguments = @{ N = 'seven' }; Status = 'error'
            Says = "parameter 'N'.*seven" }
        @{ What = 'a value out of the set'; Name = 'get_it'; Arguments = @{ N = 1; Kind = 'c' }; Status = 'error'
            Says = 'does not belong to the set' }
        @{ What = 'an error'; Name = 'get_it'; Arguments = @{ N = 2 }; Status = 'error'; Says = 'two is too much' }
        @{ What = 'an exception'; Name = 'get_it'; Arguments = @{ N = 3 }; Status = 'error'; Says = 'three breaks it' }
    ) {
        $tool = New-BRTool -Name get_it -ScriptBlock {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [int] $N, [ValidateSet('a', 'b')] [string] $Kind)
            if ($N -eq 2) { Write-Error 'two is too much' } elseif ($N -eq 3) { throw 'three breaks it' } else { $N }
        }
        Add-ToolReply @{ name = $Name; input = $Arguments }
        $answer = Invoke-BRConverse hi -Tool $tool -ErrorVariable failures

        $failures | Should -BeNullOrEmpty
        $answer.ToolCalls[0].Status | Should -Be $Status
        $answer.ToolCalls[0].Error | Should -Match $Says
        (Get-Results).status | Should -Be 'error'
        (Get-Results).content[0].text | Should -Match $Says
        $answer.StopReason | Should -Be 'end_turn'
    }

    It 'tells the model <What> as <Json>' -ForEach @(
        @{ What = 'an ordered table'; Value = { [ordered] @{ b = 1; a = @{ c = 2.50d } } }; Json = '{"b":1,"a":{"c":2.50}}' }
        @{ What = 'a custom object'; Value = { [pscustomobject] @{ a = [pscustomobject] @{ b = 'x' } } }; Json = '{"a":{"b":"x"}}' }
        @{ What = 'what ConvertFrom-Json made'; Value = { '{"a":[[1,2],{"b":true}]}' | ConvertFrom-Json }; Json = '{"a":[[1,2],{"b":true}]}' }
        @{ What = 'the same as a hashtable'; Value = { '{"a":[1,[2]]}' | ConvertFrom-Json -AsHashtable }; Json = '{"a":[1,[2]]}' }
        @{ What = 'a date'; Value = { [datetime]::new(2026, 11, 28, 1, 2, 3, [DateTimeKind]::Utc) }; Json = '"2026-11-28T01:02:03Z"' }
        @{ What = 'an enum and a span'; Value = { @{ a = [System.DayOfWeek]::Monday; }; [timespan]::FromSeconds(61) }; Json = "{`"a`":`"Monday`"},`n`"00:01:01`"" }
        @{ What = 'a nested list'; Value = { , @(1, @(2, 3)) }; Json = '[1,[2,3]]' }
        @{ What = 'an object within an object'; Value = { [pscustomobject] @{ p = Get-Item / } }; Json = '{"p":"/"}' }
        @{ What = 'a number that is none'; Value = { [double]::NaN }; Json = '"NaN"' }
        @{ What = 'text beside an object'; Value = { 'x'; 1 }; Json = "`"x`",`n1" }
    ) {
        $tool = New-BRTool -Name get_value -ScriptBlock $Value
        Add-ToolReply @{ name = 'get_value'; input = @{} }
        $call = (Invoke-BRConverse hi -Tool $tool).ToolCalls[0]

        $call.ResultText | Should -Be "[`n$Json`n]"
    }

    It 'binds <What>' -ForEach @(
        @{ What = 'a table'; Json = '{"Value":{"a":{"b":[1,2]}}}'; Get = { param([hashtable] $Value) $Value.a.b[1] }; Is = 2 }
        @{ What = 'a list of one'; Json = '{"Value":"x"}'; Get = { param([string[]] $Value) $Value.Count }; Is = 1 }
        @{ What = 'a long number'; Json = '{"Value":12345678901}'; Get = { param([long] $Value) $Value }; Is = 12345678901 }
        @{ What = 'a fraction'; Json = '{"Value":0.1}'; Get = { param([decimal] $Value) $Value * 3 }; Is = 0.3 }
        @{ What = 'a date'; Json = '{"Value":"2026-02-03T04:05:06Z"}'; Get = { param([datetimeoffset] $Value) $Value.Day }; Is = 3 }
        @{ What = 'a switch'; Json = '{"Value":true}'; Get = { param([switch] $Value) "$Value" }; Is = 'True' }
        @{ What = 'an enum'; Json = '{"Value":"Monday"}'; Get = { param([System.DayOfWeek] $Value) [int] $Value }; Is = 1 }
        @{ What = 'several flags'; Json = '{"Value":["Hidden","System"]}'; Get = { param([System.IO.FileAttributes] $Value) [int] $Value }; Is = 6 }
        @{ What = 'null as absent'; Json = '{"Value":null}'; Get = { param($Value = 'default') $Value }; Is = 'default' }
    ) {
        $tool = New-BRTool -Name get_bound -ScriptBlock $Get
        Add-Reply $endpoint @{ ToolName = 'get_bound'; ToolInputJson = $Json }
        (Invoke-BRConverse hi -Tool $tool).ToolCalls[0].Output | Should -Be $Is
    }

    It 'tells output and errors where a tool gave both' {
        $tool = New-BRTool -Name get_both -ScriptBlock { 'half'; Write-Error 'the rest is missing' }
        Add-ToolReply @{ name = 'get_both'; input = @{} }
        $call = (Invoke-BRConverse hi -Tool $tool).ToolCalls[0]

        $call.Status | Should -Be 'success'
        $call.ResultText | Should -Be "half`nErrors: [`"the rest is missing`"]"
    }

    It 'refuses arguments that are not JSON, and sends a turn that the service takes' {
        Add-Reply $endpoint @{ ToolName = 'get_sum'; ToolInputJson = '{"A": 1, "B": '; StopReason = 'tool_use' }
        $answer = Invoke-BRConverse hi -Tool $add -Stream 6>$null

        $answer.ToolCalls[0].Status | Should -Be 'refused'
        $answer.ToolCalls[0].Error | Should -Match 'not a JSON object'
        (Get-SentBody $endpoint).messages[1].content[-1].toolUse.input | Should -BeOfType [hashtable]
    }

    It 'does not run what was cut at the limit of tokens' {
        Add-BRLocalReply -ToolUse @{ name = 'get_sum'; input = @{ A = 1; B = 1 } } -StopReason max_tokens
        $answer = Invoke-BRConverse hi -Tool $add -WarningAction Ignore

        $answer.ToolCalls | Should -BeNullOrEmpty
        $endpoint.Requests | Should -HaveCount 1
    }

    It 'cuts a long result, and says so' {
        $tool = New-BRTool -Name get_long -ScriptBlock { param($Kind) if ($Kind) { 'x' * 9000 } else { 1..9000 | ForEach-Object { @{ n = $_ } } } }
        Add-ToolReply @{ name = 'get_long'; input = @{ Kind = 'text' } }, @{ name = 'get_long'; input = @{} }
        $answer = Invoke-BRConverse hi -Tool $tool -MaxToolResultCharacters 1000

        $answer.ToolCalls[0].ResultText | Should -Match '^x{1000}\n\(cut: 1000 of 9000 characters'
        $answer.ToolCalls[1].ResultText | Should -Match '\(cut: \d+ of more than 5000 objects; ask for less\)$'
        $answer.ToolCalls[1].ResultText.Length | Should -BeLessThan 1100
    }

    It 'says so where a tool writes more objects than are kept: <Kind>' -ForEach @(
        @{ Kind = 'numbers'; Script = { 1..5001 } }
        @{ Kind = 'lines'; Script = { 1..5001 | ForEach-Object { "$_" } } }
    ) {
        Add-ToolReply @{ name = 'get_many'; input = @{} }, @{ name = 'get_all'; input = @{} }
        $answer = Invoke-BRConverse hi -Tool (New-BRTool -Name get_many -ScriptBlock $Script),
            (New-BRTool -Name get_all -ScriptBlock { 1..5000 })

        $answer.ToolCalls[0].Output | Should -HaveCount 5000
        $answer.ToolCalls[0].ResultText | Should -Match '\(cut: 5000 of more than 5000 objects; ask for less\)$'
        $answer.ToolCalls[1].ResultText | Should -Not -Match 'cut'
    }

    It 'leaves a script the variables of the session' {
        $target, $arguments, $most = 'a', 'b', 'c'
        $tool = New-BRTool -Name get_variables -ScriptBlock { "$target$arguments$most" }
        Add-ToolReply @{ name = 'get_variables'; input = @{} }

        (Invoke-BRConverse hi -Tool $tool).ToolCalls.Output | Should -Be 'abc'
    }

    It 'tells what went wrong, also where errors stop' {
        $ErrorActionPreference = 'Stop'
        Add-ToolReply @{ name = 'Get-Content'; input = @{ Path = "$TestDrive/none" } }
        $call = (Invoke-BRConverse hi -Tool Get-Content).ToolCalls[0]

        $call.Status | Should -Be 'error'
        $call.Error | Should -Match '^Cannot find path'
    }

    It 'tells what went wrong, also where errors are hidden: <_>' -ForEach 'SilentlyContinue', 'Ignore' {
        $ErrorActionPreference = $_
        Add-ToolReply @{ name = 'Get-Content'; input = @{ Path = "$TestDrive/none" } }
        $call = (Invoke-BRConverse hi -Tool Get-Content).ToolCalls[0]

        $ErrorActionPreference | Should -Be $_
        $call.Status | Should -Be 'error'
        $call.Error | Should -Match '^Cannot find path'
    }

    It 'runs at once, too, <What>' -ForEach @(
        @{ What = 'a script file'; Tool = {
            Set-Content "$TestDrive/Get-One.ps1" 'param([int] $N) "one $N"'
            New-BRTool "$TestDrive/Get-One.ps1" -Name get_one
        } }
        @{ What = 'a function of a module without a file'; Tool = {
            New-BRTool (New-Module { function Get-One([int] $N) { "one $N" } }).ExportedCommands['Get-One'] -Name get_one
        } }
    ) {
        $tool = & $Tool
        Add-ToolReply (1..2 | ForEach-Object { @{ name = 'get_one'; input = @{ N = $_ } } })

        (Invoke-BRConverse hi -Tool $tool -ToolThrottleLimit 2).ToolCalls.Output | Should -Be 'one 1', 'one 2'
    }

    It 'does not run what has an argument twice' {
        $twice = [System.Collections.Specialized.OrderedDictionary]::new()
        $twice['A'] = 1
        $twice['a'] = 2
        Add-ToolReply @{ name = 'get_sum'; input = $twice }
        $call = (Invoke-BRConverse hi -Tool $add).ToolCalls[0]

        $call.Status | Should -Be 'refused'
        $call.Error | Should -Match "'A' is given twice"
    }

    It 'stops a tool that takes too long, and goes on' {
        $tool = New-BRTool -Name get_slow -ScriptBlock { 'begun'; Start-Sleep 600 }
        Add-ToolReply @{ name = 'get_slow'; input = @{} }
        $call = (Invoke-BRConverse hi -Tool $tool -ToolTimeoutSec 1).ToolCalls[0]

        $call.Status | Should -Be 'timeout'
        $call.Output | Should -Be 'begun'
        $call.Error | Should -Match 'stopped after 1 seconds'
    }

    It 'goes on where a tool ends in a way of its own: <How>' -ForEach @(
        @{ How = 'break'; Script = { 'x'; break } }
        @{ How = 'stopped'; Script = { throw [System.Management.Automation.PipelineStoppedException]::new() } }
        @{ How = 'a question'; Script = { Read-Host 'Who are you?' } }
        @{ How = 'a value that contains itself'; Script = { $x = @{}; $x.self = $x; $x } }
        @{ How = 'too many objects'; Script = { foreach ($i in 1..6000) { $i } } }
    ) {
        Add-ToolReply @{ name = 'get_it'; input = @{} }
        (Invoke-BRConverse hi -Tool (New-BRTool -Name get_it -ScriptBlock $Script)).StopReason | Should -Be 'end_turn'
        $endpoint.Requests | Should -HaveCount 2
    }

    It 'stops each of several tools that take too long' {
        $tool = New-BRTool -Name get_slow -ScriptBlock { param($N) if ($N -eq 1) { 'quick' } else { Start-Sleep 600 } }
        Add-ToolReply (1..3 | ForEach-Object { @{ name = 'get_slow'; input = @{ N = $_ } } })
        $answer = Invoke-BRConverse hi -Tool $tool -ToolTimeoutSec 1 -ToolThrottleLimit 3

        $answer.ToolCalls.Status | Should -Be 'success', 'timeout', 'timeout'
    }

    It 'leaves a model that never stops asking' {
        Add-BRLocalReply -ToolUse @{ name = 'get_sum'; input = @{ A = 1; B = 1 } } -Repeat
        $answer = Invoke-BRConverse hi -Tool $add -MaxToolTurns 3 -WarningVariable warnings 3>$null

        $answer.ToolCalls | Should -HaveCount 3
        $answer.StopReason | Should -Be 'tool_use'
        $endpoint.Requests | Should -HaveCount 4
        $warnings | Should -Match 'after 3 turns'
    }

    It 'passes on the warnings of a tool' {
        $tool = New-BRTool -Name get_warned -ScriptBlock { Write-Warning 'mind the gap' }
        Add-ToolReply @{ name = 'get_warned'; input = @{} }
        $null = Invoke-BRConverse hi -Tool $tool -WarningVariable warnings 3>$null

        $warnings | Should -Be 'get_warned: mind the gap'
    }

    It 'sends the choice <Choice>, and leaves the model free once a tool has run' -ForEach @(
        @{ Choice = 'any'; Json = '{"any":{}}' }
        @{ Choice = 'GET_SUM'; Json = '{"tool":{"name":"get_sum"}}' }
    ) {
        Add-ToolReply @{ name = 'get_sum'; input = @{ A = 1; B = 1 } }
        $null = Invoke-BRConverse hi -Tool $add -ToolChoice $Choice

        (Get-SentBody $endpoint 0).toolConfig.toolChoice | ConvertTo-Json -Compress | Should -Be $Json
        (Get-SentBody $endpoint 1).toolConfig.toolChoice | Should -BeNullOrEmpty
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a choice that is no tool'; How = @{ ToolChoice = 'get_that' }; Says = 'neither auto nor any' }
        @{ What = 'two tools of one name'; How = @{ ToolConfig = @{ toolSpec = @{ name = 'get_sum' } } }; Says = 'Two tools' }
        @{ What = 'a policy beside -Force'; How = @{ Force = $true; ToolPolicy = 'ReadOnly' }; Says = 'does not' }
    ) {
        $failure = { Invoke-BRConverse hi -Tool $add @How -ErrorAction Stop } | Should -Throw -PassThru
        $failure.Exception.Message | Should -Match $Says
        $endpoint.Requests | Should -HaveCount 0
    }

    It 'shows its tools in -AsRequest, and runs nothing' {
        $request = Invoke-BRConverse hi -Tool $add -AsRequest
        ($request.Body | ConvertFrom-Json).toolConfig.tools.toolSpec.name | Should -Be 'get_sum'
        $endpoint.Requests | Should -HaveCount 0
    }

    It 'keeps what the model said and ran in the partial response of a failure' {
        Add-ToolReply @{ name = 'get_sum'; input = @{ A = 1; B = 1 } }
        Add-BRLocalReply -ErrorCode ValidationException
        Invoke-BRConverse hi -Tool $add -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures | Should -HaveCount 1
        $failures[0].Exception.PartialResponse.ToolCalls.Output | Should -Be 2
    }

    Context 'in a conversation' {
        BeforeEach {
            $conversation = Start-BRConversation -Tool $add
        }

        It 'runs no open call for a request that is only shown, and answers it: <What>' -ForEach @(
            @{ What = 'with a result'; How = @{ ToolResult = @{ order = 'done' } }; Status = @('error') }
            @{ What = 'with a question'; How = @{ Prompt = 'And?' }; Status = @('error', 'error') }
        ) {
            $tool = New-BRTool -Name get_count -ScriptBlock { $counted.Add(1) }
            $counted = [System.Collections.Generic.List[int]]::new()
            $conversation.Tools = $tool, (New-BRTool -Name order -Schema @{ type = 'object' })
            Add-ToolReply @{ name = 'get_count'; input = @{} }, @{ name = 'order'; input = @{} }
            $null = $conversation | Send-BRMessage hi
            $request = $conversation | Send-BRMessage @How -AsRequest -WarningVariable warnings

            $counted | Should -HaveCount 0
            $warnings | Should -BeNullOrEmpty
            $results = ($request.Body | ConvertFrom-Json).messages[-1].content.toolResult | Where-Object { $_ }
            $results | Should -HaveCount 2
            @($results.status | Where-Object { $_ }) | Should -Be $Status
        }

        It 'keeps calls and results with the answer, and goes on' {
            Add-ToolReply @{ name = 'get_sum'; input = @{ A = 2; B = 3 } }
            $null = $conversation | Send-BRMessage 'How much?'
            $null = $conversation | Send-BRMessage 'Sure?'

            $conversation.Messages.Role | Should -Be 'user', 'assistant', 'user', 'assistant', 'user', 'assistant'
            $conversation.Turns | Should -Be 2
            (Get-SentBody $endpoint).messages | Should -HaveCount 5
        }

        It 'leaves the conversation as it was when a later call fails' {
            Add-ToolReply @{ name = 'get_sum'; input = @{ A = 2; B = 3 } }
            Add-BRLocalReply -ErrorCode AccessDeniedException
            $conversation | Send-BRMessage 'How much?' -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures | Should -HaveCount 1
            $conversation.Messages | Should -HaveCount 0
        }

        It 'goes on with tool turns when the tools are gone' {
            Add-ToolReply @{ name = 'get_sum'; input = @{ A = 2; B = 3 } }
            $null = $conversation | Send-BRMessage 'How much?'
            $conversation.Tools.Clear()
            ($conversation | Send-BRMessage 'Sure?').StopReason | Should -Be 'end_turn'

            (Get-SentBody $endpoint).toolConfig.tools.toolSpec.name | Should -Be 'get_sum'
        }

        It 'keeps whole turns alone when Ctrl+C stops a tool' {
            $ready = Join-Path $TestDrive ready
            $code = {
                param($conversation, $url, $ready)
                $wait = New-BRTool -Name get_wait -ScriptBlock ([scriptblock]::Create("Set-Content '$ready' 1; Start-Sleep 600"))
                $conversation | Send-BRMessage hi -Tool $wait -EndpointUrl $url
            }
            Add-BRLocalReply -ToolUse @{ name = 'get_wait'; input = @{} }
            $shell = Start-Shell "$code" $conversation, $endpoint.Uri, $ready
            [System.Threading.SpinWait]::SpinUntil({ Test-Path $ready }, 20000) | Should -BeTrue
            (Stop-Shell $shell).TotalSeconds | Should -BeLessThan 2

            $conversation.Messages | Should -HaveCount 0
            ($conversation | Send-BRMessage 'Go on').StopReason | Should -Be 'end_turn'
        }

        It 'gives calls of a bare schema back to the user, and takes their results: <By>' -ForEach @(
            @{ By = 'name'; Results = { @{ order = @{ number = 4711 } } } }
            @{ By = 'id'; Results = { @{ $answer.ToolUses[0].ToolUseId = [pscustomobject] @{ number = 4711 } } } }
        ) {
            $order = New-BRTool -Name order -Description 'Orders.' -Schema @{ properties = @{ article = @{ type = 'integer' } } }
            Add-ToolReply @{ name = 'order'; input = @{ article = 7 } }
            $answer = $conversation | Send-BRMessage 'Order article 7.' -Tool $order
            $answer.ToolUses[0].Input.article | Should -Be 7
            $answer.ToolCalls | Should -BeNullOrEmpty
            $endpoint.Requests | Should -HaveCount 1

            $next = $conversation | Send-BRMessage -ToolResult (& $Results) -Tool $order
            (Get-Results).content[0].text | Should -Match '"number":4711'
            $next.ToolCalls[0].Name | Should -Be 'order'
            $conversation.Messages.Role | Should -Be 'user', 'assistant', 'user', 'assistant'
        }

        It 'tells the model of a call that the user failed to make' {
            $order = New-BRTool -Name order -Schema @{}
            Add-ToolReply @{ name = 'order'; input = @{} }
            $null = $conversation | Send-BRMessage 'Order.' -Tool $order
            $null = $conversation | Send-BRMessage -ToolResult @{ order = [InvalidOperationException]::new('sold out') } -Tool $order

            (Get-Results).status | Should -Be 'error'
            (Get-Results).content[0].text | Should -Be 'sold out'
        }

        It 'goes on without a result that nobody gives, and says so' {
            $order = New-BRTool -Name order -Schema @{}
            Add-ToolReply @{ name = 'order'; input = @{} }
            $null = $conversation | Send-BRMessage 'Order.' -Tool $order
            $answer = $conversation | Send-BRMessage 'Never mind.' -WarningVariable warnings 3>$null

            $warnings | Should -Match 'waits for the result of order'
            (Get-SentBody $endpoint).messages[-1].content[0].toolResult.content[0].text | Should -Match 'not run'
            (Get-SentBody $endpoint).messages[-1].content[1].text | Should -Be 'Never mind.'
            $answer.StopReason | Should -Be 'end_turn'
        }

        It 'refuses a result that no call waits for' {
            { $conversation | Send-BRMessage -ToolResult @{ order = 1 } -ErrorAction Stop } |
                Should -Throw -ExpectedMessage '*No call*order*'
            $endpoint.Requests | Should -HaveCount 0
        }
    }

    Context 'an answer that goes on' {
        It 'takes the answer of Invoke-BRConverse for its conversation' {
            $answer = Invoke-BRConverse one -System 'Be brief.' -MaxTokens 50
            $last = $answer | Send-BRMessage two | Send-BRMessage three

            $sent = Get-SentBody $endpoint
            $sent.messages.role | Should -Be 'user', 'assistant', 'user', 'assistant', 'user'
            $sent.system[0].text | Should -Be 'Be brief.'
            $sent.inferenceConfig.maxTokens | Should -Be 50
            $last.Text | Should -Match 'three'
        }

        It 'goes on from where the answer stands' {
            $first = Invoke-BRConverse one
            $null = $first | Send-BRMessage two
            $null = $first | Send-BRMessage three

            (Get-SentBody $endpoint).messages.content.text | Should -Not -Contain 'two'
        }

        It 'grows the conversation of the last answer, and branches from an earlier one' {
            $conversation = Start-BRConversation
            $first = $conversation | Send-BRMessage one
            $second = $conversation | Send-BRMessage two
            $null = $second | Send-BRMessage three
            $null = $first | Send-BRMessage other

            $conversation.Turns | Should -Be 3
            (Get-SentBody $endpoint).messages | Should -HaveCount 3
        }

        It 'refuses an answer that came from elsewhere' {
            $answer = [BedrockPS.ConverseResponse] @{ Text = 'x' }
            { $answer | Send-BRMessage two -ErrorAction Stop } | Should -Throw '*does not know its conversation*'
        }
    }

    Context 'docs/examples/13-tools.ps1' {
        It 'plans, calls and observes, and answers' {
            Set-Content $TestDrive/a.log 'one'
            Set-Content $TestDrive/b.log 'one', 'two'
            Add-ToolReply @{ name = 'list_files'; input = @{ Recurse = $true } }
            Add-ToolReply @{ name = 'get_line_count'; input = @{ Name = 'a.log' } },
                @{ name = 'get_line_count'; input = @{ Name = 'b.log' } }, @{ name = 'get_line_count'; input = @{ Name = '../x' } }
            Add-ToolReply @{ name = 'delete_file'; input = @{ name = 'a.log' } }
            Add-BRLocalReply 'b.log is the longest.'
            $found = & $PSScriptRoot/../../docs/examples/13-tools.ps1 $TestDrive 'Which is the longest?' -ToolChoice any

            $found.Answer | Should -Be 'b.log is the longest.'
            $found.Looked | Should -HaveCount 5
            (Get-SentBody $endpoint 0).toolConfig.toolChoice.Keys | Should -Be 'any'
            (Get-SentBody $endpoint 1).messages[-1].content.toolResult.content.text | Should -Match 'a\.log'
            $counts = (Get-SentBody $endpoint 2).messages[-1].content.toolResult
            $counts[0..1].content.text | Should -Be "[`n1`n]", "[`n2`n]"
            $counts[2].status | Should -Be 'error'
            (Get-Results).content[0].text | Should -Be 'Noted: somebody will look at a.log.'
        }
    }
}
