BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
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
