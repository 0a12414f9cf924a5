# The questions of docs/models.md, asked of the genuine list of models: each answer is what the page shows.
BeforeDiscovery {
    $recordings = $env:BEDROCKPS_RECORDINGS ?? "$PSScriptRoot/../../../shared/recordings"
    $isAbsent = -not (Test-Path $recordings)
    $page = Get-Content -Raw "$PSScriptRoot/../../docs/models.md"
    $form = '(?ms)^## (?<Question>[^\n]+)\n.*?^```powershell\n(?<Code>.*?)^```\n+^```text\n(?<Answer>.*?)^```'
    $questions = [regex]::Matches($page, $form) | ForEach-Object {
        @{ Question = $_.Groups['Question'].Value; Code = $_.Groups['Code'].Value; Answer = $_.Groups['Answer'].Value }
    }
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    # The list as the service sent it, of 126 models.
    function Get-GenuineList {
        $recordings = $env:BEDROCKPS_RECORDINGS ?? "$PSScriptRoot/../../../shared/recordings"
        $file = [IO.File]::OpenRead((Resolve-Path "$recordings/control-plane.jsonl.gz"))
        $stream = [IO.Compression.GZipStream]::new($file, [IO.Compression.CompressionMode]::Decompress)
        $reader = [IO.StreamReader]::new($stream)
        try {
            while ($null -ne ($line = $reader.ReadLine())) {
                $exchange = $line | ConvertFrom-Json -AsHashtable -Depth 100
                if ($exchange.op -eq 'ListFoundationModels') {
                    return [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($exchange.body))
                }
            }
        } finally {
            $reader.Dispose()
        }
    }

    function Get-Line([string] $Text) {
        $Text -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }
    }
}

Describe 'docs/models.md' {
    It 'has ten questions' {
        $count = ([regex]::Matches((Get-Content -Raw "$PSScriptRoot/../../docs/models.md"), '(?m)^## ')).Count
        $count | Should -Be 10
    }
}

Describe 'The genuine list' -Skip:$isAbsent {
    BeforeAll {
        $endpoint = Start-TestEndpoint -SetDefault
        Add-Reply $endpoint @{ Operation = 'ListFoundationModels'; Body = Get-GenuineList; Repeat = $true }
    }

    AfterAll {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'comes as 126 models with what the service says of each' {
        $models = Get-BRFoundationModel

        $models | Should -HaveCount 126
        ($models | Where-Object { $_.MaxOutputTokens -and -not $_.Sources.MaxOutputTokens }).Count | Should -Be 33
        ($models | Where-Object Summary).Count | Should -Be 19
        ($models | Where-Object { $_.Supports -contains 'Guardrails' }).Count | Should -BeGreaterThan 10
        ($models | Where-Object ModelId -EQ 'cohere.embed-v4:0').ContextWindow | Should -Be 128000
        ($models | ConvertTo-Csv | Out-String) | Should -Not -Match 'System\.[A-Z]\w+[\[.]'
    }

    It 'answers: <Question>' -ForEach $questions {
        $shown = & ([scriptblock]::Create($Code)) | Out-String -Width 100

        Get-Line $shown | Should -Be (Get-Line $Answer)
    }
}
