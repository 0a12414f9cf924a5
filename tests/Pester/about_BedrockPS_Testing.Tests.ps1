BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    $script:Example = Resolve-Path $PSScriptRoot/../../docs/examples/testing

    # Runs the topic's tests in a new shell, as a reader of the topic would; returns how many passed and failed.
    function Invoke-Example([string] $Folder, [string] $Before) {
        Invoke-NewShell @"
`$env:PSModulePath = '$(Split-Path (Split-Path (Get-StagedManifest)))' + [IO.Path]::PathSeparator + `$env:PSModulePath
Import-Module BedrockPS, Pester
$Before
`$result = Invoke-Pester '$Folder/Get-LogTriage.Tests.ps1' -PassThru -Output None
"`$(`$result.PassedCount) passed, `$(`$result.FailedCount) failed"
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match 'AWSSDK|BedrockPS.Aws' }).Count
"@
    }
}

Describe 'about_BedrockPS_Testing' {
    It 'is found by Get-Help' {
        Invoke-NewShell "Import-Module '$(Get-StagedManifest)'; (Get-Help about_BedrockPS_Testing).Length -gt 2000" |
            Should -Be 'True'
    }

    It 'shows <_> as it stands in docs/examples' -ForEach 'Get-LogTriage.ps1', 'Get-LogTriage.Tests.ps1' {
        $topic = Get-Content "$(Split-Path (Get-StagedManifest))/en-US/about_BedrockPS_Testing.help.txt"
        $file = Get-Content "$Example/$_" | ForEach-Object { $_ ? "    $_" : '' }

        ($topic -join "`n").Contains($file -join "`n") | Should -BeTrue
    }

    It 'tells the truth: the tests that it shows record, and then pass without a service' {
        $folder = New-Item -ItemType Directory "TestDrive:/triage"
        Copy-Item $Example/* $folder
        Invoke-Example $folder.FullName @'
$env:RECORD = 1
$endpoint = Start-BRLocalEndpoint -SetDefault
$endpoint.Enqueue([BedrockPS.LocalReply] @{ Match = 'full'; Text = 'Page' })
$endpoint.Enqueue([BedrockPS.LocalReply] @{ Match = 'logrotate'; Text = ' ignore' })
'@ | Should -Be '3 passed, 0 failed', '0'
        $recorded = Get-Content $folder/Get-LogTriage.bedrock.jsonl

        $recorded | Should -HaveCount 5
        "$recorded" | Should -Not -Match 'corp\.example'
        Use-Environment @{ AWS_REGION = $null; AWS_PROFILE = $null; AWS_ACCESS_KEY_ID = $null } {
            Invoke-Example $folder.FullName | Should -Be '3 passed, 0 failed', '0'
        }
        Get-Content $folder/Get-LogTriage.bedrock.jsonl | Should -Be $recorded
    }
}
