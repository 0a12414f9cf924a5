BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Copy-BRConversation' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $conversation = Start-BRConversation -System 'Be brief.' -Temperature 0
        'one', 'two' | ForEach-Object { $null = $conversation | Send-BRMessage $_ }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'goes its own way with the turns so far' {
        $copy = $conversation | Copy-BRConversation
        $null = $copy | Send-BRMessage three

        (Get-SentBody $endpoint).messages | Should -HaveCount 5
        (Get-SentBody $endpoint).system[0].text | Should -Be 'Be brief.'
        $copy.Turns | Should -Be 3
        $conversation.Turns | Should -Be 2
        $copy.Id | Should -Not -Be $conversation.Id
        $copy.InferenceConfig.Temperature | Should -Be 0
    }

    It 'shares no turn with its original' {
        $copy = $conversation | Copy-BRConversation
        $copy.Messages[0].Content[0].Text = 'changed'

        "$($conversation.Messages[0])" | Should -Be 'one'
    }

    It 'begins at an earlier turn' {
        ($conversation | Copy-BRConversation -Turn 1).Messages | Should -HaveCount 2
        ($conversation | Copy-BRConversation -Turn 0).Messages | Should -HaveCount 0
        { $conversation | Copy-BRConversation -Turn 3 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRequest,*'
    }

    It 'has a file of its own' {
        $path = Join-Path $TestDrive copy.jsonl
        $null = $conversation | Copy-BRConversation -Path $path -Title side | Send-BRMessage three
        $loaded = Import-BRConversation $path

        $loaded.Turns | Should -Be 3
        $loaded.Title | Should -Be side
        $conversation.Path | Should -BeNullOrEmpty
    }
}
