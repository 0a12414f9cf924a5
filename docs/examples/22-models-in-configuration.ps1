<#
.SYNOPSIS
Versioned model ids stand in a file of settings, not in scripts.
.DESCRIPTION
A role, such as triage, stands for a model: an id, an inference profile, or the ARN of an application profile that tells
the costs of one team. To change models, the file is changed; scripts stay. Before the work begins, each id is checked
without a call: a wrong one ends the script here, not at 3 a.m.
.EXAMPLE
./22-models-in-configuration.ps1 -Role triage -Prompt 'Which of these alerts matters?'
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Prompt,

    [string] $Role = 'triage',

    [string] $Path = "$PSScriptRoot/22-models.psd1"
)

$ErrorActionPreference = 'Stop'
$settings = Import-PowerShellDataFile $Path
if (-not $settings.Models[$Role]) {
    throw "'$Path' names no model for the role '$Role'; it has $($settings.Models.Keys -join ', ')."
}

foreach ($id in $settings.Models.Values) {
    $called = Resolve-BRModel $id -Geography $settings.Geography
    Write-Verbose "$id is called as $($called.ResolvedModelId). $($called.Reason)"
}

Set-BRDefault -ModelId $settings.Models[$Role] -MaxTokens $settings.MaxTokens -Geography $settings.Geography
Invoke-BRConverse $Prompt
