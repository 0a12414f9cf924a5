# Start-BRConversation -Path, Import- and Export-BRConversation: what a session leaves behind.
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

Describe 'Import-BRConversation' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $conversation = Start-BRConversation -Path $path
        'one', 'two' | ForEach-Object { $null = $conversation | Send-BRMessage $_ }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'loads what a crash has left, says what is lost, and mends the file with the next turn' {
        $bytes = [IO.File]::ReadAllBytes($path)
        [IO.File]::WriteAllBytes($path, $bytes[0..($bytes.Length - 20)])
        $loaded = Import-BRConversation $path -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match 'ends in the middle of a line'
        $loaded.Turns | Should -Be 1
        $null = $loaded | Send-BRMessage three
        $again = Import-BRConversation $path -WarningVariable none
        $none | Should -BeNullOrEmpty
        $again.Turns | Should -Be 2
    }

    It 'names a line that is broken, and loads the other files' {
        $broken = Join-Path $TestDrive broken.jsonl
        $lines = @(Get-Content $path)
        Set-Content $broken $lines[0], '{"messages":', $lines[1]
        $loaded = $broken, $path | Import-BRConversation -ErrorVariable failures -ErrorAction SilentlyContinue

        $loaded | Should -HaveCount 1
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ConversationInvalid,*'
        "$($failures[0])" | Should -Match 'line 2'
        $failures[0].TargetObject | Should -Be $broken
    }

    It 'takes files from the pipeline and wildcards' {
        Get-ChildItem $path | Import-BRConversation | Should -HaveCount 1
        Import-BRConversation (Join-Path $TestDrive "$((Split-Path $path -LeafBase).Substring(0, 20))*.jsonl") |
            Should -HaveCount 1
        { Import-BRConversation (Join-Path $TestDrive none.jsonl) -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConversationNotFound,*'
    }

    It 'leaves the file alone with -Detached' {
        $before = Get-Content $path -Raw
        $loaded = Import-BRConversation $path -Detached
        $null = $loaded | Send-BRMessage three

        $loaded.Path | Should -BeNullOrEmpty
        Get-Content $path -Raw | Should -BeExactly $before
    }

    It 'does not let two sessions write into each other' {
        $other = Import-BRConversation $path
        $null = $other | Send-BRMessage three
        $null = $conversation | Send-BRMessage four -ErrorVariable failures -ErrorAction SilentlyContinue

        "$failures" | Should -Match 'Somebody else has written'
        $conversation.Turns | Should -Be 3
        (Import-BRConversation $path).Turns | Should -Be 3
    }
}

Describe 'Export-BRConversation' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $conversation = Start-BRConversation -System 'Be brief.' -Title 'A <b>test</b>'
        Add-Reply $endpoint @{
            Text = "Look: <script>alert(1)</script> [x](javascript:alert(1)) ![p](https://evil.example/p.png)`n`n" +
                "``````powershell`nGet-Service | Where-Object { `$_.Status }`n```````n"
        }
        $null = $conversation | Send-BRMessage 'List <services>, please.'
        $folder = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'writes what Import-BRConversation reads' {
        $path = Join-Path $folder chat.jsonl
        $conversation | Export-BRConversation $path
        $loaded = Import-BRConversation $path

        $loaded.Id | Should -Be $conversation.Id
        ($loaded.Messages | ConvertTo-Json -Depth 9) | Should -Be ($conversation.Messages | ConvertTo-Json -Depth 9)
        $conversation.Path | Should -BeNullOrEmpty
    }

    It 'makes a page in which the model can do nothing' {
        $file = $conversation | Export-BRConversation (Join-Path $folder chat.html) -PassThru
        $page = Get-Content $file -Raw

        $page | Should -Not -Match '<script'
        $page | Should -Not -Match 'href="javascript:'
        $page | Should -Not -Match '<img[^>]+evil'
        $page | Should -Not -Match '<(link|iframe|object|embed|form)\b'
        $page | Should -Match '<title>A &lt;b&gt;test&lt;/b&gt;</title>'
        $page | Should -Match '<code class="language-powershell">Get-Service'
        $page | Should -Match 'List &lt;services&gt;, please\.'
        $page | Should -Match 'Total tokens'
        $page | Should -Match 'Content-Security-Policy'
    }

    It 'writes Markdown with what was said as it was' {
        $conversation | Export-BRConversation (Join-Path $folder chat.md)
        $page = Get-Content (Join-Path $folder chat.md) -Raw

        $page | Should -Match '(?m)^## User$'
        $page | Should -Match '(?m)^## Assistant$'
        $page | Should -Match '(?m)^```powershell$'
        $page | Should -Match 'Total tokens: \d+'
    }

    It 'replaces a file with -Force alone, and what is no conversation not at all' {
        $path = Join-Path $folder chat.jsonl
        $conversation | Export-BRConversation $path
        { $conversation | Export-BRConversation $path -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRequest,*'
        $conversation | Export-BRConversation $path -Force

        $letter = Join-Path $folder letter.txt
        Set-Content $letter 'Dear all'
        { $conversation | Export-BRConversation $letter -Format Jsonl -Force -ErrorAction Stop } |
            Should -Throw '*something other than a conversation*'
        Get-Content $letter | Should -Be 'Dear all'
        Get-ChildItem $folder -Filter *.partial | Should -BeNullOrEmpty
    }

    It 'writes nothing with -WhatIf' {
        $conversation | Export-BRConversation (Join-Path $folder chat.html) -WhatIf

        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'loads Markdig for a page alone, and where no other module sees it' {
        $loaded = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
`$c = Start-BRConversation a.model
`$c.Messages.Add([BedrockPS.Message]::new('assistant', '# x'))
`$c | Export-BRConversation '$folder/a.jsonl'
`$find = { [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match '^Markdig$' } }
@(& `$find).Count
`$c | Export-BRConversation '$folder/a.html'
& `$find | ForEach-Object { [Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name }
('# x' | ConvertFrom-Markdown).Html.Trim()
"@
        $loaded | Should -Be '0', 'BedrockPS.Markup', '<h1 id="x">x</h1>'
    }
}
