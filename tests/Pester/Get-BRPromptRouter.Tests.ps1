BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRPromptRouter' {
    It 'lists the routers, of a type where one is named' {
        Get-BRPromptRouter | Should -HaveCount 3
        (Get-BRPromptRouter -Type custom).Name | Should -Be 'nova-by-length'
        $endpoint.Requests[-1].Path | Should -Be '/prompt-routers?type=custom'
    }

    It 'gets one by ARN or name, and says between which models it chooses' {
        $router = Get-BRPromptRouter nova-by-length
        $again = Get-BRPromptRouter $router.PromptRouterArn

        $again | Should -BeOfType BedrockPS.PromptRouter
        $again.Models.ModelArn | Should -BeLike '*/amazon.nova-*'
        $again.FallbackModel.ModelArn | Should -BeLike '*/amazon.nova-pro-v1:0'
        $again.ResponseQualityDifference | Should -Be 0.1
        ($again | ConvertTo-Csv | ConvertFrom-Csv).Models | Should -BeLike 'arn:*; arn:*'
    }

    It 'is called from the pipeline' {
        $router = Get-BRPromptRouter nova-by-length

        ($router | Invoke-BRConverse 'Hello').ModelId | Should -Be $router.PromptRouterArn
    }
}
