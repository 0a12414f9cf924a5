BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Add-BRLocalReply' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    Context 'what is answered' {
        It 'answers with a text, at once and as a stream' {
            Add-BRLocalReply 'pong' -Times 2

            (Invoke-BRConverse ping).Text | Should -Be 'pong'
            (Invoke-BRConverse ping -Stream 6>$null).Text | Should -Be 'pong'
        }

        It 'streams several texts as the pieces they are' {
            Add-BRLocalReply 'a', '', 'b c d e'

            $deltas = Invoke-BRConverse hi -AsEvent | Where-Object { $_ -is [BedrockPS.ContentBlockDeltaEvent] }
            $deltas.Delta.Text | Should -Be 'a', '', 'b c d e'
        }

        It 'combines reasoning, text, tools and a stop reason' {
            $tools = @{ name = 'one'; input = @{ n = 1 } }, [pscustomobject] @{ Name = 'two'; ToolUseId = 'mine' }
            Add-BRLocalReply 'done' -Reasoning 'hm' -ToolUse $tools -StopReason brand_new -Times 2

            foreach ($answer in (Invoke-BRConverse hi), (Invoke-BRConverse hi -Stream 6>$null)) {
                $answer.Message.Content.Kind | Should -Be 'reasoningContent', 'text', 'toolUse', 'toolUse'
                $answer.ToolUses[0].Input.n | Should -Be 1
                $answer.ToolUses[1].ToolUseId | Should -Be 'mine'
                $answer.StopReason | Should -Be 'brand_new'
            }
        }

        It 'answers another operation with a raw body' {
            Add-BRLocalReply -Operation ListFoundationModels -Body '{"modelSummaries":[]}'

            Get-BRFoundationModel | Should -BeNullOrEmpty
            Get-BRFoundationModel | Should -Not -BeNullOrEmpty
        }

        It 'waits for <Delay> before it answers' -ForEach @(
            @{ Delay = 0.2 }
            @{ Delay = '0.2' }
            @{ Delay = [timespan]::FromSeconds(0.2) }
            @{ Delay = '00:00:00.2' }
        ) {
            Add-BRLocalReply slow -Delay $Delay
            $clock = [System.Diagnostics.Stopwatch]::StartNew()

            (Invoke-BRConverse hi).Text | Should -Be 'slow'
            # A timer may ring up to one tick of the system (16 ms) early.
            $clock.Elapsed.TotalSeconds | Should -BeGreaterOrEqual 0.18
        }

        It 'writes at the rate that is given' {
            Add-BRLocalReply '12345678', '1234' -TokensPerSecond 10
            $clock = [System.Diagnostics.Stopwatch]::StartNew()

            $null = Invoke-BRConverse hi -Stream 6>$null
            $clock.Elapsed.TotalSeconds | Should -BeGreaterOrEqual 0.25
        }
    }

    Context 'which requests it is for' {
        It 'matches a pattern with the last user text' {
            Add-BRLocalReply rain -Match '^weather'

            (Invoke-BRConverse news).Text | Should -Not -Be 'rain'
            (Invoke-BRConverse Weather).Text | Should -Be 'rain'
        }

        It 'runs a script block with the request while the session waits for the answer' {
            $limit = 0.5
            Add-BRLocalReply wild -Repeat -Match { $_.BodyObject.inferenceConfig.temperature -gt $limit }

            $answers = 0.9, 0.1, 0.8 | ForEach-Object { Invoke-BRConverse hi -Temperature $_ }
            $answers.Text -eq 'wild' | Should -HaveCount 2
            $answers[1].Text | Should -Not -Be 'wild'
        }

        It 'runs script blocks for many calls at once' {
            Add-BRLocalReply even -Repeat -Match { [int] $_.Text % 2 -eq 0 }
            $uri = $endpoint.Uri
            $manifest = Get-StagedManifest

            $answers = 1..12 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:manifest
                (Invoke-BRConverse "$_" -ModelId amazon.nova-micro-v1:0 -EndpointUrl $using:uri).Text
            }
            $answers -eq 'even' | Should -HaveCount 6
        }

        It 'says what is wrong with a script block that fails' {
            Add-BRLocalReply never -Match { Get-Item /no/such/thing }

            Invoke-BRConverse hi -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'ValidationException,*'
            $failures[0].Exception.Attempts | Should -Be 1
            $failures[0].Exception.Message | Should -Match 'Match script block of a reply failed: .*no.such.thing'
        }

        It 'is used as often as it says, and then the next one is' {
            Add-BRLocalReply one -Times 2
            Add-BRLocalReply two

            (1..3 | ForEach-Object { Invoke-BRConverse hi }).Text | Should -Be 'one', 'one', 'two'
        }

        It 'is followed by what comes then, in all its forms' {
            Add-BRLocalReply -ErrorCode ThrottlingException -Then @(
                @{ text = 'second' }
                @{ ToolUse = @{ name = 'tool' } }
                [BedrockPS.LocalReply] @{ Text = 'fourth' }
                'fifth'
            )

            (Invoke-BRConverse hi -MaxAttempts 2).Text | Should -Be 'second'
            (Invoke-BRConverse hi).StopReason | Should -Be 'tool_use'
            (Invoke-BRConverse hi).Text | Should -Be 'fourth'
            (Invoke-BRConverse hi).Text | Should -Be 'fifth'
        }

        It 'goes to the endpoint that is named or piped, else to the default, else to the newest' {
            $newest = Start-BRLocalEndpoint
            Add-BRLocalReply here
            Add-BRLocalReply there -Endpoint $newest
            $newest | Add-BRLocalReply there

            (Invoke-BRConverse hi).Text | Should -Be 'here'
            (1..2 | ForEach-Object { Invoke-BRConverse hi -EndpointUrl $newest.Uri }).Text | Should -Be 'there', 'there'
            Clear-BRDefault EndpointUrl
            Add-BRLocalReply last
            (Invoke-BRConverse hi -ModelId amazon.nova-micro-v1:0 -EndpointUrl $newest.Uri).Text | Should -Be 'last'
        }
    }

    Context 'what makes no sense' {
        It 'ends the command: <Message>' -ForEach @(
            @{ With = @{ Match = 'x' }; Message = 'Nothing says what the reply is to be' }
            @{ With = @{ Text = 'x'; AfterPieces = 1 }; Message = '-AfterPieces says when' }
            @{ With = @{ Text = 'x'; ErrorCode = 'ThrottlingException' }; Message = '-ErrorCode answers instead of' }
            @{ With = @{ Text = 'x'; Match = '(' }; Message = 'Invalid pattern' }
            @{ With = @{ Text = 'x'; Repeat = $true; Then = @{ Text = 'y' } }; Message = 'cannot be followed' }
            @{ With = @{ Text = 'x'; Then = @{ Txt = 'y' } }; Message = "has 'Txt', which is no word of a reply" }
            @{ With = @{ Text = 'x'; Then = @{ Text = 'y'; Times = 'often' } }; Message = 'Times: ' }
            @{ With = @{ Text = 'x'; Then = 5 }; Message = '-Then takes hashtables' }
            @{ With = @{ ToolUse = @{ input = @{} } }; Message = '-ToolUse takes' }
            @{ With = @{ Text = 'x'; Delay = 'soon' }; Message = "'soon' is no time to wait" }
        ) {
            { Add-BRLocalReply @With } | Should -Throw "*$Message*"
        }

        It 'says that there is no endpoint' {
            Stop-BRLocalEndpoint

            { Add-BRLocalReply x } |
                Should -Throw -ErrorId 'LocalEndpointNotFound,*' -ExpectedMessage '*Start-BRLocalEndpoint*'
        }
    }

    It 'leaves nothing running when the module goes' {
        $shown = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
`$null = Start-BRLocalEndpoint -SetDefault
Add-BRLocalReply x -Match { `$true }
(Invoke-BRConverse hi).Text
`$before = (Get-Runspace).Count
Remove-Module BedrockPS
"`$before, `$((Get-Runspace).Count)"
"@
        $shown | Should -Be 'x', '2, 1'
    }
}
