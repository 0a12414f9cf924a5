BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRImportedModel' {
    It 'lists the models and finds some by name' {
        Get-BRImportedModel | Should -HaveCount 3
        (Get-BRImportedModel house-*).Architecture | Sort-Object | Should -Be 'llama3', 'mixtral'
        (Get-BRImportedModel | Where-Object InstructSupported).Name | Should -Not -Contain 'plain-qwen'
    }

    It 'gets one, which is called from the pipeline' {
        $model = Get-BRImportedModel house-llama

        $model | Should -BeOfType BedrockPS.ImportedModel
        ($model | Invoke-BRConverse 'Hello').ModelId | Should -Be $model.ModelArn
    }

    It 'says what is not there' {
        { Get-BRImportedModel no-such -ErrorAction Stop } | Should -Throw "*imported model*'no-such'*"
    }
}
