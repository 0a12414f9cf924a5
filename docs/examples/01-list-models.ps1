<#
.SYNOPSIS
The models of a region as id and provider.
.EXAMPLE
./01-list-models.ps1 -Region eu-central-1
#>
[CmdletBinding()]
param(
    # The region to list; the session's, the profile's or AWS_REGION when absent.
    [string] $Region
)

$ErrorActionPreference = 'Stop'
$where = $Region ? @{ Region = $Region } : @{}

Get-BRFoundationModel @where | Select-Object ModelId, Provider
