BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRProvisionedThroughput' {
    BeforeEach {
        $endpoint.ClearRequests()
    }

    It 'lists what was bought, page after page' {
        $bought = Get-BRProvisionedThroughput

        $bought | Should -HaveCount 3
        $bought[0] | Should -BeOfType BedrockPS.ProvisionedThroughput
        @($endpoint.Requests).Count | Should -Be 2
        ($bought | Where-Object CommitmentDuration).CommitmentExpirationTime | Should -BeOfType datetimeoffset
    }

    It 'reads no page more than is asked for' {
        Get-BRProvisionedThroughput | Select-Object -First 1 | Should -HaveCount 1
        $endpoint.Requests | Should -HaveCount 1
    }

    It 'lets the service filter' {
        (Get-BRProvisionedThroughput -Status InService -CreatedAfter 2026-01-01).Name | Should -Be 'triage-fast'
        $endpoint.Requests[-1].Path | Should -Match 'statusEquals=InService&creationTimeAfter='
    }

    It 'gets some by name, by ARN and by wildcard' {
        $one = Get-BRProvisionedThroughput triage-fast
        (Get-BRProvisionedThroughput $one.ProvisionedModelArn).Name | Should -Be 'triage-fast'
        $endpoint.Requests.Operation | Should -Be 'GetProvisionedModelThroughput', 'GetProvisionedModelThroughput'
        (Get-BRProvisionedThroughput triage*, 'STUCK').Name | Should -Be 'triage-fast', 'stuck'
    }

    It 'is called from the pipeline' {
        $answer = Get-BRProvisionedThroughput triage-fast | Invoke-BRConverse 'Hello'

        $answer.ModelId | Should -BeLike 'arn:aws:bedrock:*:provisioned-model/local0triage'
        $endpoint.Requests[-1].ModelId | Should -Be $answer.ModelId
    }
}
