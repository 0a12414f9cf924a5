BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    Clear-BRDefault
}

Describe 'Start-BRConversation' {
    AfterEach {
        Clear-BRDefault
    }

    It 'makes an empty conversation without a call' {
        $conversation = Start-BRConversation amazon.nova-lite-v1:0 -System 'Be brief.' -Temperature 0

        $conversation.ModelId | Should -Be 'amazon.nova-lite-v1:0'
        $conversation.System | Should -Be 'Be brief.'
        $conversation.InferenceConfig.Temperature | Should -Be 0
        $conversation.InferenceConfig.MaxTokens | Should -BeNullOrEmpty
        $conversation.Messages | Should -HaveCount 0
    }

    It 'uses the defaults of the session' {
        Set-BRDefault -ModelId amazon.nova-pro-v1:0 -MaxTokens 7

        (Start-BRConversation).ModelId | Should -Be 'amazon.nova-pro-v1:0'
        (Start-BRConversation).InferenceConfig.MaxTokens | Should -Be 7
    }

    It 'needs a model' {
        { Start-BRConversation } | Should -Throw '*-ModelId*Set-BRDefault*' -ErrorId 'InvalidRequest*'
    }

    It 'makes two conversations that have nothing in common' {
        $first, $second = 1..2 | ForEach-Object { Start-BRConversation a.model }

        [object]::ReferenceEquals($first.Messages, $second.Messages) | Should -BeFalse
    }
}
