<#
.SYNOPSIS
Picks a model by what it reads and can do, its context window, its life and its price.
.DESCRIPTION
Returns the models that will do, the cheapest first. A model whose price is not known comes last: unknown is not free.
.EXAMPLE
./20-pick-a-model.ps1 -Supports pdf, Streaming -MinContext 100000 | Format-Table
#>
[CmdletBinding()]
param(
    # What the model must be able to do: words such as Tools, Reasoning and Caching, formats of files such as pdf.
    [string[]] $Supports = 'Streaming',

    # How many tokens of question and answer it must take; a model whose window is not known will not do then.
    [long] $MinContext,

    # The day on which it must still be there.
    [datetime] $UsableUntil = (Get-Date).AddMonths(6)
)

$ErrorActionPreference = 'Stop'

Get-BRFoundationModel -OutputModality TEXT -Supports $Supports -Active |
    Where-Object { $_.InferenceTypes -contains 'ON_DEMAND' -or $_.InferenceTypes -contains 'INFERENCE_PROFILE' } |
    Where-Object { -not $MinContext -or $_.ContextWindow -ge $MinContext } |
    Where-Object { -not $_.EndOfLife -or $_.EndOfLife -gt $UsableUntil } |
    Sort-Object { $null -eq $_.InputPrice }, InputPrice, ModelId |
    Select-Object ModelId, InputPrice, OutputPrice, ContextWindow, MaxOutputTokens, InferenceTypes, Supports, EndOfLife
