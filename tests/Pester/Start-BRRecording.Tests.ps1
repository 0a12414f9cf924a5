BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $script:Model = 'amazon.nova-micro-v1:0'

    # Records the commands against an endpoint of their own, which is gone afterwards.
    function Add-Recording([string] $Path, [scriptblock] $Commands, [hashtable] $With = @{}) {
        $endpoint = Start-TestEndpoint -SetDefault
        try {
            Start-BRRecording $Path $Commands @With
        } finally {
            $endpoint | Stop-BRLocalEndpoint
            Set-BRDefault -ModelId $Model
        }
    }
}

Describe 'Start-BRRecording' {
    BeforeEach {
        $file = "TestDrive:/$([guid]::NewGuid()).bedrock.jsonl"
    }

    AfterEach {
        Stop-BRRecording
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    It 'replays in a shell without AWS, and loads nothing of AWSSDK' {
        $null = Add-Recording $file { Invoke-BRConverse 'hi'; Get-BRFoundationModel }
        $shown = Use-Environment @{ AWS_REGION = $null; AWS_PROFILE = $null; AWS_ACCESS_KEY_ID = $null } {
            Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
Start-BRRecording '$(Convert-Path $file)' -Mode Replay
(Invoke-BRConverse 'hi' -ModelId $Model).StopReason
@(Get-BRFoundationModel).Count -gt 1
(Invoke-BRConverse 'hi' -ModelId $Model -AsRequest).GetType().Name
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match 'AWSSDK|BedrockPS.Aws' }).Count
"@
        }

        $shown | Should -Be 'end_turn', 'True', 'BedrockRequestPreview', '0'
    }

    It 'ends the command on a miss, with the nearest request and the difference' {
        $null = Add-Recording $file { Invoke-BRConverse 'Which disk is full?' -Temperature 0 }
        Start-BRRecording $file -Mode Replay
        $miss = $null
        $after = try {
            'Which disk is slow?', 'never asked' | Invoke-BRConverse -Temperature 0
            'never reached'
        } catch {
            $miss = $_
        }

        $after | Should -BeNullOrEmpty
        $miss.FullyQualifiedErrorId | Should -BeLike 'RecordingMiss,*InvokeBRConverseCommand'
        $miss.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $miss.TargetObject | Should -Be 'Which disk is slow?'
        "$miss" | Should -Match 'line 2 '
        "$miss" | Should -BeLike '*$.messages`[0`].content`[0`].text: "Which disk is full?" → "Which disk is slow?"*'
    }

    It 'does not care for ignored members' {
        $null = Add-Recording $file { Invoke-BRConverse 'hi' -Temperature 0 }
        Start-BRRecording $file -Mode Replay -IgnoreMember text, '$.inferenceConfig'

        Invoke-BRConverse 'another' -Temperature 1 -MaxTokens 9 | Should -Not -BeNullOrEmpty
    }

    It 'keeps what -Redact names out of the file, streams and files included, and replays all the same' {
        $redact = 'h\w*r2', { $_ -replace 'alice', 'someone' }
        $asked = {
            Invoke-BRConverse 'I am alice, my word is hunter2' -Stream 6>$null
            $body = @{ inputText = 'Repeat: hunter2 alice' }
            Invoke-BRModel $body -ModelId amazon.titan-text-express-v1 -Stream 6>$null
        }
        $live = Add-Recording $file $asked @{ Redact = $redact }
        $content = Get-Content $file -Raw
        $replayed = Start-BRRecording $file $asked -Mode Replay -Redact $redact

        "$($live.Text)" | Should -Match 'alice.*hunter2'
        $content | Should -Not -Match 'alice|hunter2'
        $content | Should -Match 'someone.*\*\*\*'
        $replayed.Text | Should -Be ($live.Text -replace 'alice', 'someone' -replace 'hunter2', '***')
    }

    It 'runs script blocks on the pipeline thread, also for calls that follow each other within one wait' {
        $thread = [Environment]::CurrentManagedThreadId
        $seen = [Collections.Generic.HashSet[int]]::new()
        $with = @{ Mode = 'Auto'; Redact = { $null = $seen.Add([Environment]::CurrentManagedThreadId); $_ } }
        $asked = {
            Test-BRModelAccess amazon.nova-lite-v1:0 -Region eu-central-1 -Invoke
            New-BRIamPolicy amazon.nova-lite-v1:0 -Region eu-central-1 -Profile
        }
        $null = Add-Recording $file $asked $with
        $with.Mode = 'Replay'
        $replayed = Start-BRRecording $file $asked @with

        (Get-Content $file).Count | Should -BeGreaterThan 5
        $replayed | Should -HaveCount 2
        $replayed[0].CanInvoke | Should -BeTrue
        $seen | Should -Be $thread
    }

    It 'records nothing of a call that a script block cannot redact, and says so' {
        $endpoint = Start-TestEndpoint -SetDefault
        Start-BRRecording $file -Redact { if ($_ -match 'two') { throw 'no way' } else { $_ } }
        $answers = 'one', 'two', 'three' | Invoke-BRConverse -ErrorAction SilentlyContinue -ErrorVariable failures
        Stop-BRRecording -WarningAction SilentlyContinue

        $answers | Should -HaveCount 3
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'RecordingFailed,*'
        "$($failures[0])" | Should -Match 'failed: no way\. Nothing'
        Get-Content $file | Should -HaveCount 3
    }

    It 'adds what is new, and asks nobody for what is there, with -Mode Auto' {
        $null = Add-Recording $file { Invoke-BRConverse 'one' }
        Start-BRRecording $file -Mode Auto { Invoke-BRConverse 'one' } | Should -Not -BeNullOrEmpty
        $null = Add-Recording $file { Invoke-BRConverse 'one'; Invoke-BRConverse 'two' } @{ Mode = 'Auto' }

        Get-Content $file | Should -HaveCount 3
    }

    It 'has the streams of a recording take their time with -Realtime, until Ctrl+C' {
        $null = Add-Recording $file { Invoke-BRConverse 'hi' -Stream } 6>$null
        (Get-Content $file) -replace '\d+(?=,"event":"contentBlockStop")', '600000' | Set-Content $file
        $code = 'param($f, $m) Start-BRRecording $f -Mode Replay {0} {{
            (Invoke-BRConverse hi -ModelId $m -Stream).StopReason
        }}'
        $shell = Start-Shell ($code -f '-Realtime') (Convert-Path $file), $Model
        Wait-ShellText $shell
        (Stop-Shell $shell).TotalSeconds | Should -BeLessThan 5

        $shell.Shell.Commands.Clear()
        $null = $shell.Shell.AddScript($code -f '').AddArgument((Convert-Path $file)).AddArgument($Model)
        $shell.Shell.Invoke() | Should -Be 'end_turn'
        $shell.Shell.Dispose()
    }

    Context 'with a script block' {
        It 'passes its output on as it comes, runs where it stands, and ends' {
            $seen = [Collections.Generic.List[string]]::new()
            $null = Add-Recording $file {
                Invoke-BRConverse 'one' | ForEach-Object { $seen.Add('asked'); 1 }
                2
                $seen.Add('done')
            } | ForEach-Object { $seen.Add("got $_") }

            $seen | Should -Be 'asked', 'got 1', 'got 2', 'done'
            Start-BRRecording $file -Mode Replay { $inside = 'set' }
            $inside | Should -Be 'set'
        }

        It 'ends when the block throws, and leaves an earlier file as it was' {
            $null = Add-Recording $file { Invoke-BRConverse 'one' }
            $before = Get-Content $file
            $quiet = @{ WarningAction = 'SilentlyContinue' }
            { Add-Recording $file { $null = Invoke-BRConverse 'two'; throw 'broken' } $quiet } | Should -Throw 'broken'

            Get-Content $file | Should -Be $before
            Get-Content "$file.*.partial" | Should -HaveCount 2
            Start-BRRecording $file -Mode Replay { 'runs' } | Should -Be 'runs'
        }

        It 'ends on Ctrl+C, and keeps what had come of a stream' {
            $endpoint = Start-TestEndpoint
            Add-Reply $endpoint @{ Text = 'one two three four'; SilentAfterPieces = 1 }
            $path = "$(Convert-Path TestDrive:/)/$([guid]::NewGuid()).jsonl"
            $code = 'param($f, $url, $m)
                Start-BRRecording $f { Invoke-BRConverse hi -Stream -ModelId $m -EndpointUrl $url }'
            $shell = Start-Shell $code $path, $endpoint.Uri, $Model
            Wait-ShellText $shell
            (Stop-Shell $shell).TotalSeconds | Should -BeLessThan 5

            [IO.File]::Open($path, 'Open', 'ReadWrite', 'None').Dispose()
            Get-Content $path | Select-Object -Last 1 | Should -BeLike '*"cut":true}'
            $shell.Shell.Commands.Clear()
            $shell.Shell.AddScript('Start-BRRecording $args[0] -Mode Replay { 7 }').AddArgument($path).Invoke() |
                Should -Be 7
            $shell.Shell.Dispose()
        }
    }

    Context 'of bad use' {
        It 'refuses <What>' -ForEach @(
            @{ What = 'a missing recording'; File = 'none'; With = @{ Mode = 'Replay' }; Id = 'RecordingNotFound' }
            @{ What = 'a missing folder'; File = 'no/such/file'; With = @{}; Id = 'RecordingNotFound' }
            @{ What = 'a folder'; File = ''; With = @{}; Id = 'RecordingNotFound' }
            @{ What = 'a broken pattern'; File = 'x'; With = @{ Redact = '(' }; Id = 'InvalidRequest' }
            @{ What = 'a number to redact by'; File = 'x'; With = @{ Redact = 7 }; Id = 'InvalidRequest' }
            @{ What = 'a broken member path'; File = 'x'; With = @{ IgnoreMember = 'a..b' }; Id = 'InvalidRequest' }
        ) {
            { Start-BRRecording "TestDrive:/$File" @With } | Should -Throw -ErrorId "$Id,*"
            Test-Path TestDrive:/x | Should -BeFalse
        }

        It 'never replaces a file that is no recording: <What>' -ForEach @(
            @{ What = 'a script'; Text = "param([int] `$Days)`n'important'" }
            @{ What = 'JSON lines of somebody else'; Text = '{"format":"other","version":1}' }
        ) {
            Set-Content $file $Text
            { Start-BRRecording $file { 'never' } } | Should -Throw -ErrorId 'InvalidRequest,*'

            (Get-Content $file -Raw).Trim() | Should -Be $Text
            (Split-Path (Convert-Path $file) | Get-ChildItem -Filter *.partial) | Should -BeNullOrEmpty
        }

        It 'records into a file that holds nothing yet, or a recording with a broken line' {
            $null = New-Item $file
            $null = Add-Recording $file { Invoke-BRConverse 'one' }
            Add-Content $file '{"method":"POST","pa'
            $null = Add-Recording $file { Invoke-BRConverse 'two' }

            Get-Content $file | Should -HaveCount 2
        }

        It 'names the file and the line that is broken' {
            $null = Add-Recording $file { Invoke-BRConverse 'one' }
            Add-Content $file '{"method":"POST","pa'

            { Start-BRRecording $file -Mode Replay } | Should -Throw "*$(Split-Path $file -Leaf)', line 3 is broken.*at byte*"
        }

        It 'refuses a second recording while one runs' {
            Start-BRRecording $file

            { Start-BRRecording "$file.2" } | Should -Throw -ErrorId 'RecordingActive,*'
            Start-Shell 'Start-BRRecording $args[0]' (Convert-Path TestDrive:/ | Join-Path -ChildPath other) |
                ForEach-Object { $_.Shell.EndInvoke($_.Running); $_.Shell.Streams.Error; $_.Shell.Dispose() } |
                Should -BeNullOrEmpty -Because 'a recording belongs to one runspace'
        }
    }

    It 'takes paths as the session does' {
        { Start-BRRecording Env:/PATH } | Should -Throw '*Environment provider*'

        Push-Location TestDrive:/
        try {
            $null = Add-Recording ./here.jsonl { Invoke-BRConverse 'one' }
            Test-Path TestDrive:/here.jsonl | Should -BeTrue
        } finally {
            Pop-Location
        }
    }
}
