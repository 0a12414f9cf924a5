BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Start-BRLocalEndpoint' {
    BeforeEach {
        Clear-BRDefault
    }

    AfterEach {
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    It 'takes a free port on this machine and leaves the defaults alone' {
        $first, $second = 1..2 | ForEach-Object { Start-BRLocalEndpoint }

        $first.Uri.IsLoopback | Should -BeTrue
        $first.Port | Should -Not -Be $second.Port
        (Get-BRDefault).EndpointUrl | Should -BeNullOrEmpty
    }

    It 'becomes the default, with a model where there is none' {
        $endpoint = Start-BRLocalEndpoint -SetDefault

        (Get-BRDefault).EndpointUrl | Should -Be $endpoint.Uri
        (Get-BRDefault).ModelId | Should -Not -BeNullOrEmpty
    }

    It 'keeps a model that the session has chosen' {
        Set-BRDefault -ModelId amazon.nova-pro-v1:0
        $null = Start-BRLocalEndpoint -SetDefault

        (Get-BRDefault).ModelId | Should -Be 'amazon.nova-pro-v1:0'
    }

    It 'says that a port is taken' {
        $endpoint = Start-BRLocalEndpoint

        Start-BRLocalEndpoint -Port $endpoint.Port -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].Exception.Message | Should -Match "Port $($endpoint.Port) cannot be listened on"
    }

    It 'answers the same prompt with the same text' {
        $null = Start-BRLocalEndpoint -SetDefault

        (Invoke-BRConverse 'What is DNS?').Text | Should -Be (Invoke-BRConverse 'What is DNS?').Text
        (Invoke-BRConverse 'What is DNS?').Text | Should -Not -Be (Invoke-BRConverse 'What is DHCP?').Text
    }

    It 'is reached directly where the environment names a proxy' {
        $shown = Invoke-NewShell @"
`$env:HTTP_PROXY = `$env:http_proxy = 'http://127.0.0.1:9'
Import-Module '$(Get-StagedManifest)'
`$null = Start-BRLocalEndpoint -SetDefault
(Invoke-BRConverse hi).StopReason
"@
        $shown | Should -Be 'end_turn'
    }

    It 'answers from a recording, each call once, and says what is not in it' {
        $file = Join-Path TestDrive: calls.bedrock.jsonl
        $null = Start-BRLocalEndpoint -SetDefault
        Add-BRLocalReply 'one of a kind ', 'stream' -Operation ConverseStream
        Start-BRRecording $file { Invoke-BRConverse hi -Stream 6>$null; Invoke-BRConverse lo -Temperature 0 } |
            Should -HaveCount 2
        Stop-BRLocalEndpoint

        $null = Start-BRLocalEndpoint -SetDefault -Recording $file -IgnoreMember temperature
        (Invoke-BRConverse hi -Stream 6>$null).Text | Should -Be 'one of a kind stream'
        (Invoke-BRConverse lo -Temperature 1).StopReason | Should -Be 'end_turn'
        Invoke-BRConverse lo -Temperature 1 -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'RecordingMiss,*'
        $failures[0].Exception.Message | Should -Match 'is used up'
    }

    It 'says that a recording is not there' {
        Start-BRLocalEndpoint -Recording TestDrive:/absent.jsonl -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'RecordingNotFound,*'
    }

    It 'accepts any signature with -NoAuth' {
        $endpoint = Start-BRLocalEndpoint -NoAuth
        $call = @{ ModelId = 'amazon.nova-micro-v1:0'; EndpointUrl = $endpoint.Uri; Region = 'us-east-1' }
        $answer = Invoke-BRConverse hi @call -AccessKey anybody -SecretKey anything

        $answer.StopReason | Should -Be 'end_turn'
    }
}
