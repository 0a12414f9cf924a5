BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Set-BRDefault' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'is used where a call says nothing, and beaten where it says something' {
        Set-BRDefault -ModelId amazon.nova-lite-v1:0 -Temperature 0 -MaxTokens 50
        $null = Invoke-BRConverse hi
        $null = Invoke-BRConverse hi -ModelId amazon.nova-pro-v1:0 -Temperature 1

        $endpoint.Requests.ModelId | Should -Be 'amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0'
        (Get-SentBody $endpoint 0).inferenceConfig.temperature | Should -Be 0
        (Get-SentBody $endpoint 1).inferenceConfig.temperature | Should -Be 1
        (Get-SentBody $endpoint 1).inferenceConfig.maxTokens | Should -Be 50
    }

    It 'keeps what is not given' {
        Set-BRDefault -Region eu-west-1
        Set-BRDefault -TopP 0.5

        (Get-BRDefault).Region | Should -Be 'eu-west-1'
        (Get-BRDefault).TopP | Should -Be 0.5
    }

    It 'refuses <What> and changes nothing' -ForEach @(
        @{ What = 'a model id with spaces'; Arguments = @{ ModelId = 'a b'; Region = 'eu-west-1' } }
        @{ What = 'an endpoint that is no URL'; Arguments = @{ EndpointUrl = 'ftp://x'; Region = 'eu-west-1' } }
    ) {
        Set-BRDefault @Arguments -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        (Get-BRDefault).Region | Should -BeNullOrEmpty
    }

    It 'takes a piped model' {
        Get-BRFoundationModel amazon.nova-pro-v1:0 | Set-BRDefault

        (Get-BRDefault).ModelId | Should -Be 'amazon.nova-pro-v1:0'
    }

    It 'makes a whole-call limit that holds' {
        Set-BRDefault -TimeoutSec 1 -MaxAttempts 1
        Add-Reply $endpoint @{ SilentAfterPieces = 0 }
        $null = Invoke-BRConverse hi -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'CallTimeout,*'
        $failures[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
    }
}
