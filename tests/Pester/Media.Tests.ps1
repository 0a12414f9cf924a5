BeforeDiscovery {
    $kinds = @(
        @{ Kind = 'image'; Parameter = 'Image'; File = 'a chart.png'; Format = 'png' }
        @{
            Kind = 'document'
            Parameter = 'Document'
            File = 'report_v1.2 (final).pdf'
            Format = 'pdf'
            Name = 'report v1-2 (final)'
        }
        @{ Kind = 'video'; Parameter = 'Video'; File = 'clip.mp4'; Format = 'mp4' }
        @{ Kind = 'audio'; Parameter = 'Audio'; File = 'memo.mp3'; Format = 'mp3' }
    )
    $forms = @(
        @{ Form = 'a full path'; Make = { param($File) Join-Path $here $File } }
        @{ Form = 'a relative path'; Make = { param($File) "./$File" } }
        @{
            Form = 'a path on a drive of PowerShell''s'
            Make = { param($File) "TestDrive:/$(Split-Path $here -Leaf)/$File" }
        }
        @{ Form = 'a wildcard'; Make = { param($File) "*$([IO.Path]::GetExtension($File))" } }
        @{ Form = 'a file'; Make = { param($File) Get-Item -LiteralPath $File } }
        @{ Form = 'a resolved path'; Make = { param($File) Resolve-Path -LiteralPath $File } }
        @{
            Form = 'bytes'
            Make = { param($File) , [IO.File]::ReadAllBytes((Join-Path $here $File)) }
            HasNoName = $true
        }
        @{
            Form = 'bytes one by one'
            Make = { param($File) Get-Content -LiteralPath $File -AsByteStream }
            HasNoName = $true
        }
    )
    $inputs = foreach ($kind in $kinds) { foreach ($form in $forms) { $kind + $form } }
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    $content = @{
        'a chart.png'             = [byte[]] (
            0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
            0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0
        )
        'report_v1.2 (final).pdf' = [Text.Encoding]::ASCII.GetBytes("%PDF-1.7`n%%EOF")
        'clip.mp4'                = [byte[]] (0, 0, 0, 16, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6F, 0x6D, 0, 0, 2, 0)
        'memo.mp3'                = [byte[]] (0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0xFF, 0xFB, 0x90, 0x64)
    }

    # The blocks of the newest question.
    function Get-SentContent($Endpoint) {
        , (Get-SentBody $Endpoint).messages[-1].content
    }
}

Describe 'Media of a question' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
        $here = (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory).FullName
        foreach ($pair in $content.GetEnumerator()) {
            [IO.File]::WriteAllBytes((Join-Path $here $pair.Key), $pair.Value)
        }

        Push-Location $here
    }

    AfterEach {
        Pop-Location
        $endpoint.Dispose()
        Clear-BRDefault
    }

    Context 'by parameter' {
        It 'sends -<Parameter> given as <Form>, and the question after it' -ForEach $inputs {
            $given = @{ $Parameter = & $Make $File }
            $null = Invoke-BRConverse 'What is it?' @given

            $sent = Get-SentContent $endpoint
            $sent | Should -HaveCount 2
            $sent[0].Keys | Should -Be $Kind
            $sent[0].$Kind.format | Should -Be $Format
            $sent[0].$Kind.source.bytes | Should -Be ([Convert]::ToBase64String($content[$File]))
            $sent[0].$Kind.name | Should -Be $(if ($Name -and $HasNoName) { 'document' } else { $Name })
            $sent[1].text | Should -Be 'What is it?'
        }

        It 'sends -<Parameter> as an address in S3' -ForEach $kinds {
            foreach ($address in "s3://bucket/in/$File", [uri] "s3://bucket/in/$([uri]::EscapeDataString($File))") {
                $given = @{ $Parameter = $address }
                $null = Invoke-BRConverse 'What is it?' @given

                $sent = Get-SentContent $endpoint
                $sent[0].$Kind.format | Should -Be $Format
                $uri = if ($address -is [uri]) { $address.OriginalString } else { $address }
                $sent[0].$Kind.source.s3Location.uri | Should -Be $uri
                $sent[1].text | Should -Be 'What is it?'
            }
        }

        It 'takes several at once, in their order, whatever they are' {
            Copy-Item -LiteralPath 'a chart.png' b.png
            Copy-Item -LiteralPath 'a chart.png' 'c[1].png'
            $media = @{
                Image = 'b.png', 'c[1].png', (Get-ChildItem *.png), $content['a chart.png'], 's3://bucket/d.webp'
                Audio = 'memo.mp3'
            }
            $null = Invoke-BRConverse hi @media

            $sent = Get-SentContent $endpoint
            $sent.ForEach({ "$($_.Keys)" }) | Should -Be (@('image') * 7 + 'audio' + 'text')
            $sent[6].image.format | Should -Be 'webp'
        }

        It 'takes a block made by hand' {
            $block = [BedrockPS.VideoBlock] @{
                Format = 'mp4'; Source = @{ S3Location = @{ Uri = 's3://bucket/clip'; BucketOwner = '123456789012' } }
            }
            $null = Invoke-BRConverse hi -Video $block

            (Get-SentContent $endpoint)[0].video.source.s3Location.bucketOwner | Should -Be '123456789012'
        }

        It 'goes with every piped question and every piped model' {
            $null = 'one', 'two' | Invoke-BRConverse -Image *.png
            $null = Get-BRFoundationModel amazon.nova-lite* | Invoke-BRConverse three -Image *.png

            foreach ($i in 0, 1, -1) {
                (Get-SentBody $endpoint $i).messages[0].content.ForEach({ "$($_.Keys)" }) | Should -Be 'image', 'text'
            }
        }

        It 'gives two documents of one name two names' {
            $null = New-Item other -ItemType Directory
            Copy-Item -LiteralPath 'report_v1.2 (final).pdf' other
            $null = Invoke-BRConverse hi -Document *.pdf, other/*.pdf

            (Get-SentContent $endpoint).document.name | Should -Be 'report v1-2 (final)', 'report v1-2 (final) (2)'
        }

        It 'names <File> <Expected>' -ForEach @(
            @{ File = 'Übersicht_Q3.pdf'; Expected = 'Ubersicht Q3' }
            @{ File = 'résumé.final.pdf'; Expected = 'resume-final' }
            @{ File = '報告.pdf'; Expected = 'document' }
            @{ File = 'ﬁnal Ǆ ạ.pdf'; Expected = 'final DZ a' }
        ) {
            Copy-Item -LiteralPath 'report_v1.2 (final).pdf' $File
            $null = Invoke-BRConverse hi -Document "./$File"

            (Get-SentContent $endpoint)[0].document.name | Should -Be $Expected
        }

        It 'goes by the content where the name says otherwise, and says so' {
            Copy-Item -LiteralPath 'a chart.png' photo.jpg
            $notes = Invoke-BRConverse hi -Image photo.jpg -Verbose 4>&1

            (Get-SentContent $endpoint)[0].image.format | Should -Be 'png'
            "$notes" | Should -Match "photo.jpg' is sent as png"
        }
    }

    Context 'from the pipeline' {
        It 'sends a piped <File> as <Kind>' -ForEach $kinds {
            $null = Get-Item -LiteralPath $File | Invoke-BRConverse 'What is it?'

            $sent = Get-SentContent $endpoint
            $sent[0].Keys | Should -Be $Kind
            $sent[0].$Kind.source.bytes | Should -Be ([Convert]::ToBase64String($content[$File]))
            $sent[0].$Kind.name | Should -Be $Name
            $sent[1].text | Should -Be 'What is it?'
        }

        It 'sends all piped files with one question, text files as UTF-8' {
            'disk full' | Set-Content app.log -Encoding unicode
            '{"grün":1}' | Set-Content data.json
            $null = Get-ChildItem *.log, *.json, *.png | Invoke-BRConverse 'What went wrong?'

            $endpoint.Requests | Should -HaveCount 1
            $sent = Get-SentContent $endpoint
            $sent.ForEach({ "$($_.Keys)" }) | Should -Be 'document', 'document', 'image', 'text'
            $sent[0].document.format | Should -Be 'txt'
            $text = $sent[0, 1].document.source.bytes.ForEach({
                [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($_)).Trim()
            })
            $text | Should -Be 'disk full', '{"grün":1}'
        }

        It 'asks about each by itself with -PerObject' {
            $answers = Get-ChildItem *.png, *.pdf | Invoke-BRConverse 'What is it?' -PerObject

            $answers | Should -HaveCount 2
            (Get-SentBody $endpoint 0).messages[0].content[0].Keys | Should -Be 'image'
            (Get-SentBody $endpoint 1).messages[0].content[0].Keys | Should -Be 'document'
        }

        It 'mixes with objects and with media by name' {
            $null = (Get-Item *.pdf), [pscustomobject] @{ A = 1 } | Invoke-BRConverse 'What is it?' -Image *.png

            $sent = Get-SentContent $endpoint
            $sent.ForEach({ "$($_.Keys)" }) | Should -Be 'image', 'document', 'text', 'text'
            $sent[2].text | Should -Be "<context>`n{`"A`":1}`n</context>"
        }

        It 'makes a file that cannot be sent an error of its own, and asks about the others' {
            [IO.File]::WriteAllBytes((Join-Path $here core.dump), [byte[]] (0, 1, 2, 3))
            $answer = Get-ChildItem *.dump, *.png |
                Invoke-BRConverse 'What is it?' -ErrorVariable failures -ErrorAction SilentlyContinue

            $answer.StopReason | Should -Be 'end_turn'
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
            $failures[0].TargetObject.Name | Should -Be 'core.dump'
        }

        It 'asks nothing when no piped file can be sent' -ForEach @(@{ How = @{} }, @{ How = @{ PerObject = $true } }) {
            [IO.File]::WriteAllBytes((Join-Path $here core.dump), [byte[]] (0, 1, 2, 3))
            Get-ChildItem *.dump | Invoke-BRConverse 'What is it?' @How -ErrorAction SilentlyContinue

            $endpoint.Requests | Should -HaveCount 0
        }

        It 'wants a question for a piped file' {
            Get-ChildItem *.png | Invoke-BRConverse -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures[0].Exception.Message | Should -Match 'FileInfo was piped in without a question'
        }
    }

    Context 'in a conversation' {
        It 'keeps the media with the turn, and sends them with the next one' {
            $conversation = Start-BRConversation
            $null = $conversation | Send-BRMessage 'What is it?' -Image *.png -Document *.pdf
            $null = $conversation | Send-BRMessage 'And this one?' -Document *.pdf -Stream 6>$null

            $conversation.Messages[0].Content[0] | Should -BeOfType BedrockPS.ImageBlock
            $messages = (Get-SentBody $endpoint).messages
            $messages[0].content.ForEach({ "$($_.Keys)" }) | Should -Be 'image', 'document', 'text'
            $messages[0].content[0].image.source.bytes | Should -Be ([Convert]::ToBase64String($content['a chart.png']))
            $messages[2].content[0].document.name | Should -Be 'report v1-2 (final) (2)'
            $messages[2].content[1].text | Should -Be 'And this one?'
        }

        It 'counts the media of earlier turns, and leaves the conversation as it was' {
            $conversation = Start-BRConversation
            $null = $conversation | Send-BRMessage 'What is it?' -Video clip.mp4
            $conversation |
                Send-BRMessage 'And now?' -Video clip.mp4 -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures[0].Exception.Message | Should -Match 'carries 2 videos; it may carry 1'
            $conversation.Messages | Should -HaveCount 2
            $endpoint.Requests | Should -HaveCount 1
        }

        It 'survives <Form>' -ForEach @(
            @{ Form = 'JSON'; Pass = { param($turns) $turns | ConvertTo-Json -Depth 9 | ConvertFrom-Json } }
            @{
                Form = 'CLIXML'
                Pass = {
                    param($turns)
                    $xml = [System.Management.Automation.PSSerializer]::Serialize($turns)
                    [System.Management.Automation.PSSerializer]::Deserialize($xml)
                }
            }
        ) {
            $conversation = Start-BRConversation
            $null = $conversation | Send-BRMessage 'What is it?' -Image *.png -Document s3://bucket/big.pdf
            $first = (Get-SentContent $endpoint) | ConvertTo-Json -Depth 9

            $null = Invoke-BRConverse 'Again?' -Message (& $Pass $conversation.Messages)
            (Get-SentBody $endpoint).messages[0].content | ConvertTo-Json -Depth 9 | Should -Be $first
        }
    }

    Context 'refusals' {
        It 'refuses <What> before anything is sent' -ForEach @(
            @{
                What = 'a missing file'
                Given = { @{ Image = 'nowhere.png' } }
                Message = { Join-Path $here nowhere.png }
            }
            @{
                What = 'a wildcard without a match'
                Given = { @{ Image = 'n*.png' } }
                Message = { Join-Path $here 'n*.png' }
            }
            @{ What = 'a directory'; Given = { @{ Document = '.' } }; Message = { 'is a directory' } }
            @{
                What = 'a drive without files'
                Given = { @{ Image = 'Env:PATH' } }
                Message = { 'Environment provider' }
            }
            @{ What = 'a drive that is not there'; Given = { @{ Image = 'nodrive:/a.png' } }; Message = { 'nodrive' } }
            @{
                What = 'an address that is not S3''s'
                Given = { @{ Image = 'https://example.com/a.png' } }
                Message = { 'Download it first' }
            }
            @{ What = 'another kind'; Given = { @{ Image = 'report*.pdf' } }; Message = { 'it is pdf (document)' } }
            @{ What = 'something else'; Given = { @{ Image = @{ a = 1 } } }; Message = { 'a Hashtable' } }
            @{ What = 'no bytes'; Given = { @{ Image = [byte[]] @() } }; Message = { '0 bytes' } }
            @{
                What = 'too many bytes'
                Given = { @{ Image = [byte[]] ($content['a chart.png'] + [byte[]]::new(3932160)) } }
                Message = { '3,932,189 bytes; the limit for an image is 3,932,160' }
            }
            @{
                What = 'too many documents'
                Given = { @{ Document = @(Get-Item *.pdf) * 6 } }
                Message = { '6 documents; it may carry 5' }
            }
            @{
                What = 'S3 without an extension'
                Given = { @{ Video = 's3://bucket/clip' } }
                Message = { 'needs an extension' }
            }
        ) {
            $media = & $Given
            $failure = try { Invoke-BRConverse hi @media -ErrorAction Stop } catch { $_ }

            $failure.FullyQualifiedErrorId | Should -Be 'InvalidRequest,BedrockPS.Cmdlets.InvokeBRConverseCommand'
            $failure.Exception.Message | Should -BeLike "*$([WildcardPattern]::Escape((& $Message)))*"
            $endpoint.Requests | Should -HaveCount 0
        }

        It 'refuses more piped files than a request may carry, as one error' {
            1..8 | ForEach-Object { "log $_" | Set-Content "$_.log" }
            Get-ChildItem *.log | Invoke-BRConverse hi -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures | Should -HaveCount 1
            $failures[0].Exception.Message | Should -Match 'at least 6 documents; it may carry 5'
            $endpoint.Requests | Should -HaveCount 0
        }

        It 'refuses a large document for a model that does not take it, and sends it to one that does' {
            $pdf = [byte[]]::new(4718593)
            $content['report_v1.2 (final).pdf'].CopyTo($pdf, 0)
            Invoke-BRConverse hi -Document $pdf -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures[0].Exception.Message | Should -Match '4,718,593 bytes.*4,718,592'

            (Invoke-BRConverse hi -Document $pdf -ModelId amazon.nova-pro-v1:0).StopReason | Should -Be 'end_turn'
        }
    }
}
