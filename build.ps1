#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, stages, tests, shows, measures and packs BedrockPS. It needs dotnet, and Pester 5 for its part of Test.
.EXAMPLE
./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    # Build: compile and stage. Test: every test. Demo: the main job. Bench: the ratios. Package: a zip to publish.
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$out = Join-Path $root out
$staged = Join-Path $out BedrockPS
$manifest = Join-Path $staged BedrockPS.psd1

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE."
    }
}

# A fresh process each time: this shell may hold the assemblies of an earlier build.
function Invoke-Pwsh([string] $Command) {
    & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $Command | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "A step in a new pwsh failed with exit code $LASTEXITCODE."
    }
}

function Invoke-Build {
    Invoke-Dotnet build (Join-Path $root src/BedrockPS) -c $Configuration --nologo -v quiet
    Write-Host "Staged in $staged"
}

function Invoke-EngineFreeTest {
    & dotnet test (Join-Path $root BedrockPS.sln) -c $Configuration --nologo -v minimal |
        Tee-Object -Variable lines | Out-Host
    $crashed = $LASTEXITCODE -ne 0
    $counts = @($lines | Select-String 'Failed:\s+(\d+), Passed:\s+(\d+), Skipped:\s+(\d+)' | ForEach-Object Matches)
    $sums = 1..3 | ForEach-Object {
        $group = $_
        ($counts | ForEach-Object { [int] $_.Groups[$group].Value } | Measure-Object -Sum).Sum
    }
    # A run that fails without a failed test, as one that does not compile, is a failure too.
    @{ Failed = [Math]::Max($sums[0], [int] $crashed); Passed = $sums[1]; Skipped = $sums[2] }
}

function Invoke-PesterTest {
    $tests = Join-Path $root tests/Pester
    $pester = Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -eq 5 } | Select-Object -First 1
    if (-not $pester) {
        $count = @(Get-ChildItem $tests -Filter *.Tests.ps1 | Select-String '^\s*It\s').Count
        Write-Host "Skipped: the $count Pester tests, because Pester 5 is not installed (Install-PSResource Pester)."
        return @{ Passed = 0; Failed = 0; Skipped = $count }
    }

    $result = Join-Path $out pester.json
    $env:BEDROCKPS_MANIFEST = $manifest
    Invoke-Pwsh @"
Import-Module '$($pester.Path -replace "'", "''")'
`$configuration = New-PesterConfiguration -Hashtable @{
    Run = @{ Path = '$($tests -replace "'", "''")'; PassThru = `$true }
    Output = @{ Verbosity = 'Normal' }
}
`$run = Invoke-Pester -Configuration `$configuration
@{ Passed = `$run.PassedCount; Failed = `$run.FailedCount + `$run.FailedBlocksCount + `$run.FailedContainersCount
   Skipped = `$run.SkippedCount + `$run.NotRunCount } | ConvertTo-Json | Set-Content '$($result -replace "'", "''")'
"@
    Get-Content $result -Raw | ConvertFrom-Json -AsHashtable
}

# The AWS SDK for JavaScript against the local endpoint, where node is and the registry can be reached.
function Invoke-NodeTest {
    $tests = Join-Path $root tests/js
    $reason = if (-not (Get-Command node, npm -ErrorAction Ignore | Select-Object -Skip 1)) {
        'node and npm are not on this machine'
    } else {
        & npm ci --prefix $tests --fetch-retries=0 --silent | Out-Host
        if ($LASTEXITCODE -ne 0) {
            'npm could not install the SDK'
        }
    }
    if ($reason) {
        Write-Host "Skipped: the tests with the AWS SDK for JavaScript, because $reason."
        return @{ Passed = 0; Failed = 0; Skipped = 1 }
    }

    & node --no-warnings (Join-Path $tests run.mjs) | Tee-Object -Variable lines | Out-Host
    $counts = @($lines | Select-String '^(\d+) passed, (\d+) failed$' | ForEach-Object Matches)[-1]
    $failed = if ($counts) { [int] $counts.Groups[2].Value } else { 1 }
    @{ Failed = $failed; Passed = $counts ? [int] $counts.Groups[1].Value : 0; Skipped = 0 }
}

function Invoke-Test {
    Invoke-Build
    $results = (Invoke-EngineFreeTest), (Invoke-PesterTest), (Invoke-NodeTest)
    $sums = 'Passed', 'Failed', 'Skipped' | ForEach-Object {
        $name = $_
        ($results | ForEach-Object { $_[$name] } | Measure-Object -Sum).Sum
    }
    Write-Host ('{0} passed, {1} failed, {2} skipped' -f $sums)
    if ($sums[1]) {
        exit 1
    }
}

function Invoke-Package {
    Invoke-Build
    $version = (Import-PowerShellDataFile $manifest).ModuleVersion
    $zip = Join-Path $out "BedrockPS.$version.zip"
    Compress-Archive $staged $zip -Force
    Write-Host "Packed $zip"
}

foreach ($name in $Task) {
    switch ($name) {
        Build { Invoke-Build }
        Test { Invoke-Test }
        Demo { Invoke-Build; Invoke-Pwsh "& '$root/docs/examples/demo.ps1' -Manifest '$manifest'" }
        Bench { Invoke-Build; Invoke-Dotnet run --project (Join-Path $root tests/BedrockPS.Benchmarks) -c Release }
        Package { Invoke-Package }
        Clean {
            'out', 'bin', 'en-US' | ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path $_ } |
                Remove-Item -Recurse -Force
        }
    }
}
