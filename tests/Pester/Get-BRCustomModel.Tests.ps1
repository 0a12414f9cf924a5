BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Get-BRCustomModel' {
    It 'lists the models, newest first, and lets the service filter' {
        (Get-BRCustomModel).Name | Should -Be 'incident-triage-next', 'log-reader', 'incident-triage'
        (Get-BRCustomModel -Status Failed).Name | Should -Be 'incident-triage-next'
        $endpoint.Requests[-1].Path | Should -BeLike '*modelStatus=Failed*'
        (Get-BRCustomModel -CreatedBefore 2026-01-31).Name | Should -Be 'incident-triage'
    }

    It 'tells more of one that is named' {
        $model = Get-BRCustomModel incident-triage-next

        $model | Should -BeOfType BedrockPS.CustomModel
        $model.FailureMessage | Should -BeLike '*records*'
        $model.Other.trainingDataConfig.s3Uri | Should -BeLike 's3://*'
        (Get-BRCustomModel incident* | Get-BRCustomModel).Name | Should -Be 'incident-triage-next', 'incident-triage'
    }

    It 'says what is not there' {
        { Get-BRCustomModel no-such -ErrorAction Stop } | Should -Throw "*custom model*'no-such'*"
    }
}
