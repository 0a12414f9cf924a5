BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Get-BRLocalEndpoint' {
    AfterEach {
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    It 'lists the endpoints of the session with what they were asked' {
        $endpoint = Start-BRLocalEndpoint -SetDefault
        $null = Invoke-BRConverse hi

        (Get-BRLocalEndpoint).Uri | Should -Be $endpoint.Uri
        $request = (Get-BRLocalEndpoint).Requests[0]
        $request.Operation | Should -Be 'Converse'
        $request.ModelId | Should -Be 'amazon.nova-micro-v1:0'
        $request.WaitForEnd([timespan]::FromSeconds(5)) | Should -BeTrue
        $request.Outcome | Should -Be 'completed'
    }

    It 'lists nothing where none was started' {
        Get-BRLocalEndpoint | Should -BeNullOrEmpty
    }
}
