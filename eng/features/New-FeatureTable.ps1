<#
.SYNOPSIS
Makes the module's table of what models can do that the service's list does not say, from the table of models.dev.
.DESCRIPTION
The service says nothing of tools, and of documents and reasoning not always. The table holds the foundation model's
id and the words of FoundationModel.Supports, nothing else; a profile's entry counts for its model. The output is the
same for the same input, byte by byte.
.EXAMPLE
./New-FeatureTable.ps1 -ModelsDev models-dev-bedrock.json -Date 2026-07-02 `
    -OutFile ../../src/BedrockPS.Core/Catalog/Data/features.json
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModelsDev,
    [Parameter(Mandatory)] [string] $Date,
    [Parameter(Mandatory)] [string] $OutFile
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

function Get-Feature($Entry) {
    if ($Entry['tool_call']) { 'Tools' }
    if ($Entry['modalities'] -and $Entry.modalities.input -contains 'pdf') { 'Documents' }
    if ($Entry['reasoning']) { 'Reasoning' }
}

$table = Get-Content -Raw $ModelsDev | ConvertFrom-Json -AsHashtable
$found = @{}
foreach ($id in $table.Keys) {
    # A geography, a maker, a model.
    $model = $id -replace '^[a-z][a-z-]*\.(?=[a-z][a-z0-9]*\.[a-z])'
    $found[$model] = @($found[$model]; Get-Feature $table[$id]) | Where-Object { $_ } | Sort-Object -Unique
}

$lines = $found.Keys | Where-Object { $found[$_] } | Sort-Object -CaseSensitive -Culture '' | ForEach-Object {
    '    {0}: {1}' -f (ConvertTo-Json $_), (ConvertTo-Json @($found[$_]) -Compress)
}
$text = "{{`n  `"source`": `"models.dev {0}`",`n  `"models`": {{`n{1}`n  }}`n}}`n" -f $Date, ($lines -join ",`n")
[IO.File]::WriteAllText($OutFile, $text)
