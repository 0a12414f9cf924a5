BeforeDiscovery {
    Import-Module $PSScriptRoot/Terminal.psm1 -Force
    $hasTmux = Test-Tmux
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-Module $PSScriptRoot/Terminal.psm1 -Force
    Import-StagedModule
    Import-AnsweringHost

    # A chat in which these lines are typed; what the screen showed, and what came out.
    function Invoke-Chat([string[]] $Line, [string] $Script = 'Enter-BRConversation', [object[]] $ArgumentList) {
        $typing = [AnsweringHost]::new($Host)
        $typing.View.Typed = $Line
        $code = "param(`$url, `$rest) Set-BRDefault -EndpointUrl `$url -ModelId amazon.nova-micro-v1:0; . { $Script }"
        $started = Start-Shell $code (@($endpoint.Uri) + @(, $ArgumentList)) -HostObject $typing
        try {
            $null = $started.Shell.EndInvoke($started.Running)
            [pscustomobject] @{
                Screen = "$($typing.View.Screen)"
                Output = $started.Output
                Errors = $started.Shell.Streams.Error
            }
        } finally {
            $started.Shell.Runspace.Dispose()
            $started.Shell.Dispose()
        }
    }
}

Describe 'Enter-BRConversation' {
    BeforeEach {
        $endpoint = Start-TestEndpoint
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'chats in a conversation that it begins and returns' {
        Add-Reply $endpoint @{ Text = 'A swap file.' }
        Add-Reply $endpoint @{ Text = 'A partition.' }
        $chat = Invoke-Chat "what's a page file?", '', 'And on Linux?', '/exit', 'not read' `
            'Enter-BRConversation -System brief -Temperature 0'

        $chat.Screen | Should -Match '^Chat with amazon.nova-micro-v1:0\. .*\n'
        $chat.Screen | Should -Match "you> what's a page file\?\nA swap file\.\n-- \d+ tokens in, \d+ out, .* s\n\nyou> \n"
        $chat.Screen | Should -Match '\nyou> And on Linux\?\nA partition\.\n.*\n\nyou> /exit\n$'
        $chat.Errors | Should -HaveCount 0
        $chat.Output | Should -HaveCount 1
        $chat.Output[0].Turns | Should -Be 2
        $sent = Get-SentBody $endpoint
        $sent.messages.content.text | Should -Be "what's a page file?", 'A swap file.', 'And on Linux?'
        $sent.system[0].text | Should -Be 'brief'
        $sent.inferenceConfig.temperature | Should -Be 0
    }

    It 'goes on in a conversation that is given, and returns it where that is asked for' {
        $script = '$c = Start-BRConversation; $null = $c | Send-BRMessage one; $c | Enter-BRConversation
            "turns $($c.Turns)"; $c | Enter-BRConversation -PassThru'
        $chat = Invoke-Chat 'two', '/exit', '/exit' $script

        $chat.Output[0] | Should -Be 'turns 2'
        $chat.Output[1].Turns | Should -Be 2
        $chat.Output | Should -HaveCount 2
        $chat.Screen | Should -Match 'after 1 question\.(?s).*after 2 questions\.'
    }

    It 'goes on with the last chat' {
        $chat = Invoke-Chat 'one', '/exit', 'two', '/exit' '$null = Enter-BRConversation; Enter-BRConversation -Last'

        $chat.Output[0].Turns | Should -Be 2
    }

    It 'keeps the conversation in a file, and goes on where it ends' {
        $path = Join-Path $TestDrive chat.jsonl
        $script = '$path = $rest[0]; $null = Enter-BRConversation -Path $path; Enter-BRConversation -Path $path'
        $chat = Invoke-Chat 'one', '/save', '/exit', 'two', '/exit' $script $path

        $chat.Output[0].Turns | Should -Be 2
        $chat.Screen | Should -Match ([regex]::Escape("It is kept in $path."))
        (Import-BRConversation $path -Detached).Turns | Should -Be 2
    }

    It 'refuses <Arguments>' -ForEach @(
        @{ Arguments = '-Last'; Pattern = '*no chat in this session*' }
        @{ Arguments = '-Last -Path x.jsonl'; Pattern = '*Give one of them*' }
        @{ Arguments = '-Last (Start-BRConversation)'; Pattern = '*Give one of them*' }
        @{ Arguments = "-ModelId 'a b'"; Pattern = '*a b*' }
    ) {
        $chat = Invoke-Chat '/exit' "try { Enter-BRConversation $Arguments } catch { `$_ }"

        "$($chat.Output)" | Should -BeLike $Pattern
        $chat.Screen | Should -BeNullOrEmpty
    }

    It 'sends lines that go on as one message' {
        $null = Invoke-Chat 'one \', 'two `', 'three', '"""', 'four', '', '  five', '"""', '//etc/hosts?', '/exit'

        (Get-SentBody $endpoint 0).messages[0].content[0].text | Should -Be "one`ntwo`nthree"
        (Get-SentBody $endpoint 1).messages[-1].content[0].text | Should -Be "four`n`n  five"
        (Get-SentBody $endpoint 2).messages[-1].content[0].text | Should -Be '/etc/hosts?'
    }

    It 'tells a failure in a line, leaves the conversation as it was, and goes on' {
        Add-Reply $endpoint @{ ErrorCode = 'AccessDeniedException'; Message = 'No access to this model.' }
        $chat = Invoke-Chat 'one', 'two', '/exit'

        $chat.Screen | Should -Match 'you> one\nAccessDeniedException: No access to this model\. \S.*\n\nyou> two\n\S'
        $chat.Errors | Should -HaveCount 0
        $chat.Output[0].Turns | Should -Be 1
        (Get-SentBody $endpoint).messages | Should -HaveCount 1
    }

    It 'fails before the chat where nothing could be asked' {
        $chat = Invoke-Chat '/exit' 'Clear-BRDefault; try { Enter-BRConversation } catch { $_ }'

        "$($chat.Output)" | Should -BeLike '*-ModelId*'
    }

    It 'obeys its commands' {
        $chat = Invoke-Chat @(
            '/model', '/model amazon.nova-lite-v1:0', '/model a b', '/system', '/system Be brief.', '/tools'
            'one', '/usage', '/undo 2', '/undo', '/undo x', 'two', '/clear', '/undo', '/modle', '/help me', '/save', '/?', '/exit')

        $shown = [regex]::Matches($chat.Screen, '(?s)you> (/\S*[^\n]*)\n(.*?)(?=you> |$)') |
            ForEach-Object { , @($_.Groups[1].Value, $_.Groups[2].Value.Trim()) }
        $shown[0][1] | Should -Be 'amazon.nova-micro-v1:0'
        $shown[1][1] | Should -Be 'amazon.nova-lite-v1:0'
        $shown[2][1] | Should -Match "'a b'|a b"
        $shown[3][1] | Should -Be 'There are no instructions.'
        $shown[4][1] | Should -Be 'Be brief.'
        $shown[5][1] | Should -Match 'no tools'
        $shown[6][1] | Should -Match '^1 question, [\d,]+ tokens in, [\d,]+ out, cost \$0\.\d+$'
        $shown[7][1] | Should -Match '1 questions to take back, not 2'
        $shown[8][1] | Should -Be '1 question taken back, 0 questions left.'
        $shown[9][1] | Should -Match "'x'"
        $shown[10][1] | Should -Match '^1 question taken back\.'
        $shown[11][1] | Should -Be '1 question brought again.'
        $shown[12][1] | Should -Match 'Did you mean /model\?'
        $shown[13][1] | Should -Match 'nothing behind it'
        $shown[14][1] | Should -Match '/save outage\.jsonl'
        $shown[15][1] | Should -Match '/undo \[count\].*\n(?s).*Ctrl\+C'
        $chat.Output[0].Turns | Should -Be 1
        $chat.Output[0].ModelId | Should -Be 'amazon.nova-lite-v1:0'
        (Get-SentBody $endpoint).system[0].text | Should -Be 'Be brief.'
    }

    It 'saves what it has, to load and to read' {
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive save)).FullName
        $chat = Invoke-Chat 'one', '/save c.jsonl', '/save "c.md"', 'two', '/save c.md', '/exit' `
            'Set-Location $rest[0]; Enter-BRConversation' $folder

        (Import-BRConversation $folder/c.jsonl -Detached).Turns | Should -Be 1
        Get-Content -Raw $folder/c.md | Should -Match '(?s)one.*two'
        $chat.Screen | Should -Match ([regex]::Escape((Join-Path $folder c.md)))
        (Invoke-Chat 'one', "/save $folder/c.md", '/exit').Screen | Should -Match 'c\.md'
        Get-Content -Raw $folder/c.md | Should -Match 'two' -Because 'a file of another chat is not replaced'
    }

    It 'lets nothing that a model writes command the terminal' {
        Add-Reply $endpoint @{ Text = "a`e]0;title`ab`e[2Jc`u{9b}31md" }
        $chat = Invoke-Chat 'one', '/exit'

        $chat.Screen | Should -Not -Match "[`e`a`u{9b}]"
        $chat.Screen | Should -Match '\na.*title.*b.*c.*d\n'
    }

    It 'has no parameter that shows a request' {
        (Get-Command Enter-BRConversation).Parameters.Keys | Should -Not -Contain 'AsRequest'
        (Get-Command Enter-BRConversation).Parameters.Keys | Should -Not -Contain 'As'
        (Get-Command Send-BRMessage).Parameters.Keys | Should -Contain 'AsRequest'
    }
}

Describe 'Enter-BRConversation where nobody can answer' {
    It 'fails at once in a runspace without a host' {
        $started = Start-Shell 'try { Enter-BRConversation -ModelId a.model } catch { $_ }'
        $null = $started.Shell.EndInvoke($started.Running)
        $started.Shell.Runspace.Dispose()

        $started.Output[0].FullyQualifiedErrorId | Should -BeLike 'HostNotInteractive,*EnterBRConversationCommand'
        $started.Output[0].ErrorDetails.RecommendedAction | Should -Match 'Send-BRMessage'
    }

    It 'fails at once <Where>' -ForEach @(
        @{ Where = 'with -NonInteractive'; Switch = '-NonInteractive' }
        @{ Where = 'with an input that is no terminal'; Switch = '-NoLogo' }
    ) {
        $code = "Import-Module '$(Get-StagedManifest)'
            try { Enter-BRConversation -ModelId a.model } catch { `$_.FullyQualifiedErrorId }"
        $said = '' | & ([Environment]::ProcessPath) -NoProfile $Switch -Command $code

        $said | Should -BeLike 'HostNotInteractive,*'
    }

    It 'fails at once in a job' {
        $chat = { Import-Module $args[0]; Enter-BRConversation -ModelId a.model }
        $job = Start-Job $chat -ArgumentList (Get-StagedManifest)
        $null = Receive-Job $job -Wait -AutoRemoveJob -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'HostNotInteractive,*'
    }
}

Describe 'Enter-BRConversation at a terminal' -Skip:(-not $hasTmux) {
    BeforeAll {
        $endpoint = Start-TestEndpoint
        $script = Join-Path $TestDrive chat.ps1
        Set-Content $script @"
Import-Module '$(Get-StagedManifest)'
Set-BRDefault -EndpointUrl '$($endpoint.Uri)' -ModelId amazon.nova-micro-v1:0
for (`$n = 1; ; `$n++) {
    "chat `$n"
    `$c = Enter-BRConversation -Tool Get-Date, Remove-Item
    Clear-Host
    "left after `$(`$c.Turns), `$(`$c.StopReason), interrupt is a key: `$([Console]::TreatControlCAsInput)"
}
"@
        $terminal = Start-Terminal $script
    }

    AfterAll {
        Stop-Terminal $terminal
        $endpoint.Dispose()
    }

    BeforeEach {
        $null = Wait-Screen $terminal '(?m)^you>\s*\z'
    }

    AfterEach {
        # Back to a new chat, whatever became of this one.
        $number = [int] [regex]::Match((Get-Screen $terminal), 'chat (\d+)').Groups[1].Value
        Send-Key $terminal C-c, C-d
        $null = Wait-Screen $terminal "chat $($number + 1)(?s).*you>\s*\z"
    }

    It 'sends what was edited, on one line or several' {
        Send-Text $terminal "what's"
        Send-Key $terminal M-Enter
        Send-Text $terminal 'upp'
        Send-Key $terminal BSpace, Home
        Send-Text $terminal '> '
        $null = Wait-Screen $terminal "you> what's\n   > > up"
        Send-Key $terminal Enter
        $null = Wait-Screen $terminal 'tokens in'

        (Get-SentBody $endpoint).messages[0].content[0].text | Should -Be "what's`n> up"
    }

    It 'does not send what is pasted, until Enter is pressed' {
        Send-Paste $terminal "one`ntwo 漢字`n"
        $null = Wait-Screen $terminal 'you> one\n   > two 漢字\n   >'
        Send-Text $terminal end
        Send-Key $terminal Enter
        $null = Wait-Screen $terminal 'tokens in'

        (Get-SentBody $endpoint).messages[0].content[0].text | Should -Be "one`ntwo 漢字`nend"
    }

    It 'stops an answer by Ctrl+C, and neither the chat nor the shell' {
        Add-Reply $endpoint @{ Text = 'one two three four'; SilentAfterPieces = 1 }
        Add-Reply $endpoint @{ Text = 'still here' }
        Send-Text $terminal go
        Send-Key $terminal Enter
        $null = Wait-Screen $terminal '\none'
        Send-Key $terminal C-c
        $null = Wait-Screen $terminal 'stopped; what had arrived is kept(?s).*you>'
        $endpoint.Requests[-1].WaitForEnd([timespan]::FromSeconds(20)) | Should -BeTrue
        Send-Text $terminal next
        Send-Key $terminal Enter
        $null = Wait-Screen $terminal 'still here\n--'

        (Get-SentBody $endpoint).messages.role | Should -Be 'user', 'assistant', 'user'
    }

    It 'gives up what is written by Ctrl+C, and leaves only when it is pressed twice at an empty prompt' {
        Send-Text $terminal 'never mind'
        Send-Key $terminal C-c
        $null = Wait-Screen $terminal 'never mind\^C\nyou>'
        Send-Key $terminal C-c
        $null = Wait-Screen $terminal 'once more(?s).*you>\s*\z'
        Send-Key $terminal C-c
        $null = Wait-Screen $terminal 'left after 0, , interrupt is a key: False(?s).*you>\s*\z'
    }

    It 'brings back what was sent, and completes commands' {
        Send-Text $terminal '/usage'
        Send-Key $terminal Enter
        $null = Wait-Screen $terminal '0 questions'
        Send-Key $terminal Up
        $null = Wait-Screen $terminal 'you> /usage\s*\z'
        Send-Key $terminal C-u
        Send-Text $terminal '/mo'
        Send-Key $terminal Tab
        Send-Text $terminal 'amazon.nova-l'
        Send-Key $terminal Tab
        $null = Wait-Screen $terminal 'you> /model amazon\.nova-lite-v1:0'
    }

    It 'asks before a tool changes something, and takes Enter for no' {
        $path = Join-Path $TestDrive kept.txt
        Set-Content $path kept
        $call = @{ Path = $path } | ConvertTo-Json -Compress
        Add-Reply $endpoint @{ ToolName = 'Remove-Item'; ToolInputJson = $call }
        Add-Reply $endpoint @{ Text = 'as you like' }
        Send-Text $terminal 'remove it'
        Send-Key $terminal Enter
        $null = Wait-Screen $terminal 'yes to all'
        Send-Key $terminal Enter
        $null = Wait-Screen $terminal 'as you like\n--'

        $path | Should -Exist
    }
}
