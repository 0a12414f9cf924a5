BeforeAll {
    Import-Module BedrockPS

    # RECORD=1 asks the service and writes the file anew; without it nothing leaves the machine.
    $mode = $env:RECORD ? 'Record' : 'Replay'
    Start-BRRecording $PSScriptRoot/Get-LogTriage.bedrock.jsonl -Mode $mode -Redact '\b\w+\.corp\.example\b'
}

AfterAll {
    Stop-BRRecording
}

Describe 'Get-LogTriage' {
    It 'pages for a full disk, and for nothing less' {
        $triage = 'db01.corp.example: /var is full', 'db01.corp.example: logrotate done' |
            & $PSScriptRoot/Get-LogTriage.ps1

        $triage.Verdict | Should -Be 'page', 'ignore'
    }

    It 'opens a ticket where the model cannot be asked' {
        $triage = & $PSScriptRoot/Get-LogTriage.ps1 'cron: job failed' -ModelId no.such.model 2>$null

        $triage.Verdict | Should -Be 'ticket'
        $triage.Reason | Should -Be 'ValidationException'
    }

    It 'never asks the same twice' {
        $ask = { & $PSScriptRoot/Get-LogTriage.ps1 'sshd: accepted publickey' }
        $null = & $ask
        if ($mode -eq 'Replay') {
            $ask | Should -Throw -ErrorId 'RecordingMiss,*'
        }
    }
}
