BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Get-BRLocalRequest' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    It 'shows what arrived, with the body as objects' {
        $null = Invoke-BRConverse Hello -Temperature 0

        $request = Get-BRLocalRequest
        $request.Operation | Should -Be 'Converse'
        $request.Text | Should -Be 'Hello'
        $request.BodyObject.messages[0].content[0].text | Should -Be 'Hello'
        $request.BodyObject.inferenceConfig.temperature | Should -Be 0
    }

    It 'leaves those that are asked for, newest last' {
        $null = 'a', 'b' | Invoke-BRConverse
        $null = Invoke-BRConverse c -Stream -ModelId us.amazon.nova-lite-v1:0 6>$null
        $null = Get-BRFoundationModel

        (Get-BRLocalRequest).Operation | Should -Be 'Converse', 'Converse', 'ConverseStream', 'ListFoundationModels'
        (Get-BRLocalRequest converse).Text | Should -Be 'a', 'b'
        (Get-BRLocalRequest Converse* -Last 2).Text | Should -Be 'b', 'c'
        (Get-BRLocalRequest -ModelId *lite*).Text | Should -Be 'c'
        Get-BRLocalRequest Nothing | Should -BeNullOrEmpty
    }

    It 'shows those of the endpoint that is named or piped' {
        $other = Start-BRLocalEndpoint
        $null = Invoke-BRConverse here
        $null = Invoke-BRConverse there -EndpointUrl $other.Uri

        (Get-BRLocalRequest).Text | Should -Be 'here'
        (Get-BRLocalRequest -Endpoint $other).Text | Should -Be 'there'
        ($other | Get-BRLocalRequest).Text | Should -Be 'there'
    }

    It 'says that there is no endpoint' {
        Stop-BRLocalEndpoint

        { Get-BRLocalRequest } | Should -Throw -ErrorId 'LocalEndpointNotFound,*'
    }

    It 'shows a row for each in its view' {
        $null = Invoke-BRConverse 'a question'

        Get-BRLocalRequest | Out-String | Should -Match 'Converse +amazon.nova-micro-v1:0 +False +\w+ +\d+ +a question'
    }

    It 'completes operations' {
        $line = 'Get-BRLocalRequest -Operation Count'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'CountTokens'
    }

    It 'says in a CSV file what headers and body hold' {
        $null = Invoke-BRConverse 'Hello'
        $row = Get-BRLocalRequest -Last 1 | ConvertTo-Csv | ConvertFrom-Csv

        $row.Headers | Should -BeLike '*content-type=application/json*'
        $row.BodyObject | Should -BeLike '{"messages":*'
        "$($row.PSObject.Properties.Value)" | Should -Not -Match 'System\.|BedrockPS\.'
    }
}
