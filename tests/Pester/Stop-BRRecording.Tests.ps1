BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Stop-BRRecording' {
    AfterEach {
        Stop-BRRecording
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    It 'does nothing, and says so, where nothing runs' {
        Stop-BRRecording -Verbose 4>&1 | Should -Match 'No recording runs'
    }

    It 'releases the file and lets calls be made again' {
        $null = Start-TestEndpoint -SetDefault
        Start-BRRecording TestDrive:/a.jsonl
        $null = Invoke-BRConverse 'one'
        Stop-BRRecording
        $null = Invoke-BRConverse 'two'

        Get-Content TestDrive:/a.jsonl | Should -HaveCount 2
        Remove-Item TestDrive:/a.jsonl
    }

    It 'makes no file, and takes none away, where nothing was recorded' {
        $old = '{"format":"bedrockps-recording","version":1}', 'precious'
        Set-Content TestDrive:/old.jsonl $old
        foreach ($name in 'old', 'new') {
            Start-BRRecording "TestDrive:/$name.jsonl"
            Stop-BRRecording
        }

        Get-ChildItem TestDrive:/ | Select-Object -ExpandProperty Name | Should -Be 'old.jsonl'
        Get-Content TestDrive:/old.jsonl | Should -Be $old
    }

    It 'leaves a link where it was, and writes to what it points at' -Skip:$IsWindows {
        $target = "$(Convert-Path TestDrive:/)/target.jsonl"
        Set-Content $target '{"format":"bedrockps-recording","version":1,"module":"0.0.1"}'
        $link = New-Item -ItemType SymbolicLink "$(Convert-Path TestDrive:/)/link.jsonl" -Target $target
        $endpoint = Start-TestEndpoint -SetDefault
        Start-BRRecording $link
        $null = Invoke-BRConverse hi
        Stop-BRRecording

        (Get-Item $link).LinkType | Should -Be 'SymbolicLink'
        Get-Content $target | Should -HaveCount 2
        $endpoint.Dispose()
    }

    It 'is done by <What> too' -ForEach @(
        @{ What = 'the end of the module'; Ending = 'Remove-Module BedrockPS' }
        @{ What = 'the end of the runspace'; Ending = '' }
    ) {
        $path = "$(Convert-Path TestDrive:/)/$([guid]::NewGuid()).jsonl"
        Set-Content $path '{"format":"bedrockps-recording","version":1,"module":"0.0.1"}', 'old', 'old'
        $endpoint = Start-TestEndpoint
        $code = "param(`$f, `$url) Start-BRRecording `$f
            `$null = Invoke-BRConverse hi -ModelId amazon.nova-micro-v1:0 -EndpointUrl `$url; $Ending"
        $shell = Start-Shell $code $path, $endpoint.Uri
        $shell.Shell.EndInvoke($shell.Running)
        if (-not $Ending) {
            $shell.Shell.Runspace.Dispose()
        }

        Get-Content $path | Should -HaveCount 2 -Because 'the three lines of before are gone'
        Get-ChildItem "$path*" | Should -HaveCount 1
        $shell.Shell.Dispose()
    }
}
