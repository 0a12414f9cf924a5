<#
.SYNOPSIS
Has many processes call a local endpoint at once, on one usage log and one budget for the day.
.DESCRIPTION
The budget is enough for -MaxCalls calls at their worst. The result says what the processes were answered and what the
log holds: no line may be missing or torn, and the cost may not pass the budget.
.EXAMPLE
./Start-BudgetDrill.ps1 -Processes 8 -Calls 5000 -MaxCalls 30000
#>
param(
    [string] $Manifest = "$PSScriptRoot/../../out/BedrockPS/BedrockPS.psd1",
    [uri] $EndpointUrl,
    [string] $UsageLog = (Join-Path ([IO.Path]::GetTempPath()) "bedrockps-drill-$(New-Guid)/usage.jsonl"),
    [int] $Processes = 8,
    [int] $Calls = 5000,
    [int] $MaxCalls = 30000
)

$ErrorActionPreference = 'Stop'
Import-Module $Manifest
$own = if (-not $EndpointUrl) { Start-BRLocalEndpoint }
$EndpointUrl ??= $own.Uri

# What one call may cost at its worst: what -WhatIf says is what the budget reckons with.
$price = Get-BRPrice amazon.nova-micro-v1:0 -Region us-east-1
$tokens = (Measure-BRToken hello -ModelId amazon.nova-micro-v1:0 -Estimate).InputTokens
$worst = ($tokens * $price.Input + 40 * $price.Output) / 1000000d
$maxCost = $worst * $MaxCalls

$script = @"
Import-Module '$Manifest'
Set-BRDefault -UsageLog '$UsageLog'
Set-BRBudget -MaxCost $($maxCost.ToString([cultureinfo]::InvariantCulture)) -Period Day
`$keys = @{ AccessKey = [BedrockPS.LocalCredentials]::AccessKey; SecretKey = [BedrockPS.LocalCredentials]::SecretKey }
`$ask = `$keys + @{ ModelId = 'amazon.nova-micro-v1:0'; MaxTokens = 40; EndpointUrl = '$EndpointUrl' }
`$ask.Region = 'us-east-1'
`$answered = `$refused = 0
foreach (`$i in 1..$Calls) {
    try {
        `$null = Invoke-BRConverse hello @ask -ErrorAction Stop
        `$answered++
    } catch {
        if (`$_.FullyQualifiedErrorId -notlike 'BudgetExceeded,*') { throw }
        `$refused++
    }
}
"`$answered `$refused"
"@
$encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script))
$clock = [Diagnostics.Stopwatch]::StartNew()
$running = foreach ($i in 1..$Processes) {
    $start = [Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
    foreach ($argument in '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded) {
        $start.ArgumentList.Add($argument)
    }

    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    [pscustomobject] @{
        Process = $process
        Out     = $process.StandardOutput.ReadToEndAsync()
        Err     = $process.StandardError.ReadToEndAsync()
    }
}

$counts = foreach ($one in $running) {
    $one.Process.WaitForExit()
    if ($one.Out.Result -notmatch '(?m)^(\d+) (\d+)\s*$') {
        throw "A process failed: $($one.Out.Result) $($one.Err.Result)"
    }

    [pscustomobject] @{ Answered = [int] $Matches[1]; Refused = [int] $Matches[2] }
}

if ($own) { $own.Dispose() }
$entries = @(Get-BRUsage -Path $UsageLog -Detail -WarningVariable warnings -WarningAction SilentlyContinue)
[pscustomobject] @{
    Processes   = $Processes
    Answered    = ($counts.Answered | Measure-Object -Sum).Sum
    Refused     = ($counts.Refused | Measure-Object -Sum).Sum
    Lines       = $entries.Count
    Distinct    = @($entries.RequestId | Select-Object -Unique).Count
    BrokenLines = $warnings.Count
    Cost        = (Get-BRUsage -Path $UsageLog).KnownCost
    MaxCost     = $maxCost
    WorstCall   = $worst
    Seconds     = [math]::Round($clock.Elapsed.TotalSeconds, 1)
}
