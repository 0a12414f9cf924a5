<#
.SYNOPSIS
Writes the least IAM policy for the models that were really in use.
.DESCRIPTION
Reads from the usage log which models were called, and makes a policy for each region that allows those and no others,
with the reads that this module makes. Streamed answers are allowed where one was logged. A call that was denied counts
too, for it is in the log: a first run with no rights at all tells what the policy must have.
.EXAMPLE
./19-least-privilege.ps1 -UsageLog ~/bedrock/usage.jsonl -OutFile ./policy.json
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $UsageLog,

    [Parameter(Mandatory)]
    [string] $OutFile,

    [datetime] $Since = (Get-Date).AddDays(-30)
)

$ErrorActionPreference = 'Stop'
$calls = @(Get-BRUsage -Path $UsageLog -Since $Since -Detail)
if (-not $calls) {
    throw "'$UsageLog' has no calls since $Since, so there is nothing to allow."
}

$calls | Group-Object Region | ForEach-Object {
    $models = @($_.Group.ModelId | Sort-Object -Unique)
    $isStreamed = [bool] ($_.Group.Operation -match 'Stream')
    $policy = $models | New-BRIamPolicy -Region $_.Name -Stream:$isStreamed -List
    $file = $OutFile -replace '(\.\w+)$', "-$($_.Name)`$1"
    $policy.ToJson() | Set-Content $file
    [pscustomobject] @{
        Region  = $_.Name
        Models  = $models
        Actions = @($policy.Statement.Action | Sort-Object -Unique)
        File    = Get-Item $file
    }
}
