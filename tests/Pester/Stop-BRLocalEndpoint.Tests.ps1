BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Stop-BRLocalEndpoint' {
    AfterEach {
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    It 'stops the piped endpoint and forgets it as a default' {
        $endpoint = Start-BRLocalEndpoint -SetDefault
        $other = Start-BRLocalEndpoint
        $endpoint | Stop-BRLocalEndpoint

        (Get-BRDefault).EndpointUrl | Should -BeNullOrEmpty
        (Get-BRLocalEndpoint).Port | Should -Be $other.Port
        { [Net.Sockets.TcpClient]::new('127.0.0.1', $endpoint.Port) } | Should -Throw
    }

    It 'restores what it displaced, and takes its model with it' {
        Set-BRDefault -EndpointUrl https://vpce-1.example.com
        $endpoint = Start-BRLocalEndpoint -SetDefault
        $endpoint | Stop-BRLocalEndpoint

        (Get-BRDefault).EndpointUrl | Should -Be 'https://vpce-1.example.com/'
        (Get-BRDefault).ModelId | Should -BeNullOrEmpty
    }

    It 'does not bring back an endpoint that has ended' {
        $null = 1..2 | ForEach-Object { Start-BRLocalEndpoint -SetDefault }
        Stop-BRLocalEndpoint

        (Get-BRDefault).EndpointUrl | Should -BeNullOrEmpty
        (Get-BRDefault).ModelId | Should -BeNullOrEmpty
    }

    It 'keeps a model that was chosen meanwhile' {
        $endpoint = Start-BRLocalEndpoint -SetDefault
        Set-BRDefault -ModelId amazon.nova-pro-v1:0
        $endpoint | Stop-BRLocalEndpoint

        (Get-BRDefault).ModelId | Should -Be 'amazon.nova-pro-v1:0'
    }

    It 'stops the endpoint at a port' {
        $endpoint = Start-BRLocalEndpoint
        Stop-BRLocalEndpoint -Port $endpoint.Port

        Get-BRLocalEndpoint | Should -BeNullOrEmpty
    }

    It 'stops all of them' {
        $null = 1..3 | ForEach-Object { Start-BRLocalEndpoint }
        Stop-BRLocalEndpoint

        Get-BRLocalEndpoint | Should -BeNullOrEmpty
    }

    It 'says that there is none at a port' {
        Stop-BRLocalEndpoint -Port 1 -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'LocalEndpointNotFound,*'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'ends a stream that is under way' {
        $endpoint = Start-BRLocalEndpoint
        Add-Reply $endpoint @{ Text = 'one two three four'; SilentAfterPieces = 1 }
        $code = 'param($url) Invoke-BRConverse hi -Stream -ModelId amazon.nova-micro-v1:0 -EndpointUrl $url'
        $shell = Start-Shell $code $endpoint.Uri
        Wait-ShellText $shell
        $endpoint | Stop-BRLocalEndpoint

        $shell.Running.AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        $shell.Shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'StreamTruncated,*'
    }
}
