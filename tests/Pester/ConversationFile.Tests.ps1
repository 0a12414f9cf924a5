# Start-BRConversation -Path: what a session leaves behind.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $png = [Convert]::FromBase64String(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
}

Describe 'A conversation with a file' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'is there after each answer, and goes on in another session' {
        $conversation = Start-BRConversation -Path $path -Title 'An outage' -System 'Be brief.'
        $null = $conversation | Send-BRMessage Hello
        $null = $conversation | Send-BRMessage again -Stream 6>$null

        $code = 'param($path, $url) Import-BRConversation $path | Send-BRMessage third -EndpointUrl $url'
        $shell = Start-Shell $code $path, $endpoint.Uri
        $shell.Shell.EndInvoke($shell.Running)

        (Get-SentBody $endpoint).messages.role | Should -Be 'user', 'assistant', 'user', 'assistant', 'user'
        (Get-SentBody $endpoint).system[0].text | Should -Be 'Be brief.'
        $loaded = Import-BRConversation $path
        $loaded.Turns | Should -Be 3
        $loaded.Title | Should -Be 'An outage'
        $loaded.Usage.TotalTokens | Should -BeGreaterThan $conversation.Usage.TotalTokens
    }

    It 'keeps images, tool calls and signed thoughts, and they are accepted on the next turn' {
        $conversation = Start-BRConversation -Path $path
        $image = Join-Path $TestDrive 'a b.png'
        [IO.File]::WriteAllBytes($image, $png)
        Add-Reply $endpoint @{ Reasoning = 'hm'; ToolName = 'get-x'; ToolInputJson = '{"name":["a",1.5]}' }
        Add-Reply $endpoint @{ Reasoning = 'so'; Text = 'It is a dot.' }
        $tool = New-BRTool -Name get-x -Description x -ScriptBlock { param($Name) @{ Found = $Name } } -ReadOnly
        $null = $conversation | Send-BRMessage 'What is it?' -Image $image -Tool $tool

        $loaded = Import-BRConversation $path
        $loaded.Messages | Should -HaveCount 4
        $first = $conversation | Send-BRMessage next -Tool $tool -AsRequest
        ($loaded | Send-BRMessage next -Tool $tool -AsRequest).Body | Should -BeExactly $first.Body
        $first.Body | Should -Match 'signature'
        $first.Body | Should -Match ([regex]::Escape([Convert]::ToBase64String($png)))
        (Get-Content $path -Raw) | Should -Not -Match ([regex]::Escape([Convert]::ToBase64String($png)))

        ($loaded | Send-BRMessage next -Tool $tool).StopReason | Should -Be 'end_turn'
    }

    It 'is not begun where one is already' {
        $null = Start-BRConversation -Path $path | Send-BRMessage Hello
        { Start-BRConversation -Path $path -ErrorAction Stop } |
            Should -Throw '*Import-BRConversation*' -ErrorId 'InvalidRequest,*'
        (Import-BRConversation $path).Turns | Should -Be 1

        (Start-BRConversation -Path $path -Force).Turns | Should -Be 0
        (Import-BRConversation $path).Turns | Should -Be 0
    }

    It 'needs a folder that is there, before anything is paid for' {
        { Start-BRConversation -Path (Join-Path $TestDrive no/such/chat.jsonl) -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConversationFailed,*'
        $endpoint.RequestCount | Should -Be 0
    }

    It 'keeps the answer where the file cannot be written, and writes it with the next' {
        $conversation = Start-BRConversation -Path $path
        Rename-Item $path "$path.aside"
        $answer = $conversation | Send-BRMessage Hello -ErrorVariable failures -ErrorAction SilentlyContinue

        $answer.Text | Should -Not -BeNullOrEmpty
        $conversation.Turns | Should -Be 1
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ConversationFailed,*'
        $failures[0].CategoryInfo.Category | Should -Be WriteError

        Rename-Item "$path.aside" $path
        $null = $conversation | Send-BRMessage again
        $conversation.SaveFailure | Should -BeNullOrEmpty
        (Import-BRConversation $path).Turns | Should -Be 2
    }

    It 'loses nothing where the pipeline has had enough' {
        $null = Start-BRConversation -Path $path | Send-BRMessage Hello | Select-Object -First 1

        (Import-BRConversation $path).Turns | Should -Be 1
    }

    It 'keeps the partial answer of a stream that Ctrl+C ended' {
        Add-Reply $endpoint @{ Text = 'one two three four'; SilentAfterPieces = 1 }
        $conversation = Start-BRConversation -Path $path
        $code = 'param($conversation, $url) $conversation | Send-BRMessage hi -Stream -EndpointUrl $url'
        $shell = Start-Shell $code $conversation, $endpoint.Uri
        Wait-ShellText $shell
        $null = Stop-Shell $shell

        $loaded = Import-BRConversation $path
        $loaded.StopReason | Should -Be 'cancelled'
        "$($loaded.Messages[1])" | Should -Match '^one'
    }

    It 'does not mix with another that two runspaces talk to at the same time' {
        $other = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $code = @'
param($path, $word, $url)
$conversation = Start-BRConversation amazon.nova-lite-v1:0 -Path $path
1..5 | ForEach-Object { $conversation | Send-BRMessage "$word $_" -EndpointUrl $url }
'@
        $shells = @{ $path = 'apples'; $other = 'pears' }.GetEnumerator() |
            ForEach-Object { Start-Shell $code $_.Key, $_.Value, $endpoint.Uri }
        $shells | ForEach-Object { $_.Shell.EndInvoke($_.Running) }

        "$((Import-BRConversation $path).Messages)" | Should -Not -Match 'pears'
        "$((Import-BRConversation $other).Messages)" | Should -Not -Match 'apples'
        (Import-BRConversation $path).Turns | Should -Be 5
        (Import-BRConversation $other).Turns | Should -Be 5
    }

    It 'leaves the file as it was where the call fails' {
        $conversation = Start-BRConversation -Path $path
        $null = $conversation | Send-BRMessage Hello
        $before = Get-Content $path -Raw
        Add-BRLocalReply -ErrorCode ValidationException -Message 'no'
        $null = $conversation | Send-BRMessage again -ErrorAction SilentlyContinue

        Get-Content $path -Raw | Should -BeExactly $before
    }
}
