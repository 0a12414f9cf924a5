<#
.SYNOPSIS
Makes the price table of the module from public tables.
.DESCRIPTION
README.md beside this script has the rules. The output is the same for the same input, byte by byte.
.EXAMPLE
./New-PriceTable.ps1 -GenAiPrices aws.yml -GenAiPricesDate 2026-08-21 `
    -Portkey pricing.json -PortkeyLimits general.json -PortkeyDate 2026-08-21 `
    -ModelsDev models.json -ModelsDevDate 2026-07-02 -OutFile ../../src/BedrockPS.Core/Usage/Data/prices.json
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string]$GenAiPrices,
    [Parameter(Mandatory)] [string]$GenAiPricesDate,
    [Parameter(Mandatory)] [string]$Portkey,
    [Parameter(Mandatory)] [string]$PortkeyLimits,
    [Parameter(Mandatory)] [string]$PortkeyDate,
    [Parameter(Mandatory)] [string]$ModelsDev,
    [Parameter(Mandatory)] [string]$ModelsDevDate,
    [Parameter(Mandatory)] [string]$OutFile
)

Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/Yaml.psm1, $PSScriptRoot/Sources.psm1 -Force

$exceptions = Get-Content -Raw $PSScriptRoot/exceptions.json | ConvertFrom-Json -AsHashtable
$genAi = (Import-Yaml $GenAiPrices).models
$portkeyTable = Import-Portkey $Portkey
$portkeyLimit = Import-PortkeyLimit $PortkeyLimits
$modelsDevTable = Import-ModelsDev $ModelsDev
$geographies = 'us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'in', 'ca', 'global'
$prefix = "^($($geographies -join '|'))\."

# --- Which models

function Get-FoundationId {
    $ids = @($portkeyTable.Keys) + @($modelsDevTable.Keys) + @($genAi.id)
    $ids | Where-Object { $_ -notmatch '^regional\.' -and -not ($genAi.id -ccontains $_ -and $_ -match $prefix) } |
        ForEach-Object { $_ -replace $prefix } | Where-Object { $_ -match '^[a-z0-9]+\.[a-z]' } |
        Sort-Object -Unique -CaseSensitive
}

# The look-up tries an id without its version, so a versioned twin of an id says nothing new.
function Select-Shortest([string[]]$Ids) {
    foreach ($id in $Ids) {
        $shorter = @(($id -replace ':\d+$'), ($id -replace '-v\d+(:\d+)?$')) | Where-Object { $_ -cne $id }
        $isTwin = $shorter | Where-Object { (Test-Bare $_) -and (Test-SameModel $id $_) }
        $isStub = -not (Test-Bare $id) -and $Ids -ccontains "${id}:0"
        if (-not $isTwin -and -not $isStub) { $id }
    }
}

function Test-Bare([string]$Id) { $portkeyTable.ContainsKey($Id) -or $modelsDevTable.ContainsKey($Id) }

# anthropic.claude-v2 is a version of its own, and so is titan-embed-text-v2.
function Test-SameModel([string]$Id, [string]$Other) {
    $version = '-v\d+(:\d+)?$'
    $Id -match 'claude-(opus|sonnet|haiku|fable)-|stable-image|qwen3-vl' -or
    $Id -notmatch $version -or $Other -match $version
}

# --- Which source

function Test-Rejected([string]$Id, [string]$Source) {
    $rejected = $exceptions.prices[$Id]
    [bool]($rejected -and $rejected[$Source])
}

function Test-Same($Left, $Right) { $Left.Input -eq $Right.Input -and $Left.Output -eq $Right.Output }

function Get-CacheTtl([string]$Id) {
    $known = $exceptions.cacheTtl.Keys | Where-Object { $Id.StartsWith($_) }
    $known ? $exceptions.cacheTtl[$known] : '5m'
}

function Find-GenAi([string]$Id, [string]$Geography) {
    if ($Geography -eq 'us-gov' -or (Test-Rejected $Id 'genai-prices')) { return }
    $tries = if ($Geography) { "$Geography.$Id" } else { $Id, "us.$Id" }
    foreach ($try in $tries) {
        $entry = Find-GenAiEntry $genAi $try
        # A rule that merely contains the id does not set the global price apart from the regional one.
        if ($entry -and ($Geography -ne 'global' -or $entry.id.StartsWith('global.'))) { return $entry }
    }
}

function Find-Portkey([string]$Id, [string]$Geography) {
    if (-not (Test-Rejected $Id 'portkey')) {
        $full = $Geography ? "$Geography.$Id" : $Id
        $portkeyTable[$full]
    }
}

function Find-ModelsDev([string]$Id, [string]$Geography) { $modelsDevTable[($Geography ? "$Geography.$Id" : $Id)] }

# --- Rows

function New-Row($Id, $Geography, $Source, $Rate, $More = @{}) {
    $row = [ordered]@{ model = $Id; geography = $Geography; source = $Source; rate = $Rate }
    foreach ($key in $More.Keys) { $row[$key] = $More[$key] }
    $row
}

# What Portkey says of a tier holds as a share of its own list price: the list price here may be another's.
function Get-Scaled($Rate, $Of, $To) {
    $read = $Of.Input ? $To.Input / $Of.Input : 1
    $written = $Of.Output -and $To.Output ? $To.Output / $Of.Output : 1
    @{
        Input      = ConvertTo-Rate $Rate.Input $read
        Output     = ConvertTo-Rate $Rate.Output $written
        CacheWrite = [ordered]@{}
    }
}

# Cache prices of a region follow its input price: no source has them by region.
function Add-CacheOf($Rate, $Base) {
    $share = $Rate.Input / $Base.Input
    if ($null -ne $Base.CacheRead) { $Rate.CacheRead = ConvertTo-Rate $Base.CacheRead $share }
    foreach ($ttl in $Base.CacheWrite.Keys) { $Rate.CacheWrite[$ttl] = ConvertTo-Rate $Base.CacheWrite[$ttl] $share }
}

function Get-ListRow([string]$Id, [string]$Geography) {
    $other = Find-Portkey $Id $Geography
    $fallback = $other ?? (Find-Portkey $Id '')
    $entry = Find-GenAi $Id $Geography
    if ($entry) {
        $checked = $entry.prices_checked ?? $GenAiPricesDate
        foreach ($dated in Get-GenAiRate $entry (Get-CacheTtl $Id)) {
            Add-LongCache $dated.Rate $fallback.Rate
            New-Row $Id $Geography "genai-prices $checked" $dated.Rate @{ from = $dated.From; above = $dated.Above }
        }
    }
    elseif ($other) {
        $modes = @($other.Modes | Where-Object Tier -EQ 'standard')
        $rates = if ($modes) { $modes } else { @{ Above = 0; Rate = $other.Rate } }
        foreach ($mode in $rates) {
            New-Row $Id $Geography "portkey $PortkeyDate" (Select-CacheTtl $Id $mode.Rate) @{ above = $mode.Above }
        }
    }
    elseif (-not $Geography -and ($dev = (Find-ModelsDev $Id '') ?? (Find-ModelsDev $Id 'us'))) {
        New-Row $Id '' "models.dev $ModelsDevDate" $dev.Rate @{ above = 0 }
    }
}

function Select-CacheTtl([string]$Id, $Rate) {
    $ttl = Get-CacheTtl $Id
    if ($ttl -ne '5m' -and $Rate.CacheWrite['5m']) {
        $Rate.CacheWrite = [ordered]@{ $ttl = $Rate.CacheWrite['5m'] }
    }

    $Rate
}

function Add-LongCache($Rate, $Portkey) {
    $hour = if ($Portkey) { $Portkey.CacheWrite['1h'] }
    if ($hour -and $Rate.CacheWrite['5m'] -gt $Rate.Input -and $Portkey.Input) {
        $Rate.CacheWrite['1h'] = ConvertTo-Rate $hour ($Rate.Input / $Portkey.Input)
    }
}

function Get-TierRow($List, $Portkey) {
    foreach ($mode in $Portkey.Modes | Where-Object { $_.Tier -ne 'standard' }) {
        $rate = Get-Scaled $mode.Rate $Portkey.Rate $List.rate
        New-Row $List.model $List.geography "$($List.source); tier: portkey $PortkeyDate" $rate @{
            tier = $mode.Tier; from = $List.from; until = $List.until; above = $List.above
        }
    }
}

function Get-RegionRow($List, $Portkey) {
    foreach ($region in $Portkey.Regions) {
        foreach ($mode in $region.Modes) {
            $standard = ($Portkey.Modes | Where-Object Tier -EQ $mode.Tier).Rate
            if ($standard -and (Test-Same $mode.Rate $standard)) { continue }
            $rate = Get-Scaled $mode.Rate $Portkey.Rate $List.rate
            if ($mode.Tier -eq 'standard') { Add-CacheOf $rate $List.rate }
            New-Row $List.model '' "portkey $PortkeyDate" $rate @{
                tier = ($mode.Tier -eq 'standard' ? $null : $mode.Tier); regions = $region.Names; above = 0
            }
        }
    }
}

# An undated price stands between the dates of a dated one around the day it was read.
function Set-Period($Rows, $Dates) {
    $since = $Dates | Where-Object { $_ -le $PortkeyDate } | Select-Object -Last 1
    $until = $Dates | Where-Object { $_ -gt $PortkeyDate } | Select-Object -First 1
    foreach ($row in $Rows) {
        if ($since -and -not $row.from) { $row.from = $since }
        if ($until) { $row.until = $until }
    }
}

function Get-Dispute($Row) {
    $sources = [ordered]@{
        'genai-prices' = $null
        portkey        = (Find-Portkey $Row.model $Row.geography).Rate
        'models.dev'   = (Find-ModelsDev $Row.model $Row.geography).Rate
    }
    $others = foreach ($name in $sources.Keys) {
        $rate = $sources[$name]
        $isOther = $rate -and -not $Row.source.StartsWith($name) -and $null -ne $rate.Input
        if ($isOther -and -not (Test-Same $rate $Row.rate)) { "${name}: $($rate.Input) in, $($rate.Output) out" }
    }
    $others -join '; '
}

function Get-ModelRow([string]$Id) {
    $list = @(Get-ListRow $Id '')
    $dates = @($list.from | Where-Object { $_ } | Sort-Object -Unique)
    $portkey = Find-Portkey $Id ''
    $rows = @($list) + @(foreach ($geography in $geographies) {
            $own = @(Get-ListRow $Id $geography)
            if (-not $own.from) { Set-Period $own $dates }
            $isSame = $list -and $own -and (Test-SameRows $own $list)
            $isEcho = $own -and -not (Find-GenAi $Id $geography) -and $portkey -and
                (Test-Same (Find-Portkey $Id $geography).Rate $portkey.Rate)
            if (-not $isSame -and -not $isEcho) { $own }
        })
    foreach ($row in $rows | Where-Object { $_.above -eq 0 -and -not $_.regions -and $_.from -eq $dates[-1] }) {
        $row.disputed = Get-Dispute $row
    }

    $rows
    foreach ($row in $rows) { Get-TierRow $row ((Find-Portkey $Id $row.geography) ?? $portkey) }
    if ($list) { Get-RegionRow $list[0] $portkey }
}

function Test-SameRows($Left, $Right) {
    if ($Left.Count -ne $Right.Count) { return $false }
    for ($i = 0; $i -lt $Left.Count; $i++) {
        if (-not (Test-Same $Left[$i].rate $Right[$i].rate) -or $Left[$i].from -ne $Right[$i].from) { return $false }
    }

    $true
}

# --- Limits

function Get-Limit([string]$Id) {
    $placeholder = $exceptions.limitPlaceholders['models-dev'].release_date
    $names = @($Id) + ($geographies | ForEach-Object { "$_.$Id" })
    $dev = $names | ForEach-Object { $modelsDevTable[$_] } |
        Where-Object { $_.Limit -and $_.Release -ne $placeholder } | Select-Object -First 1
    $most = $names | ForEach-Object { $portkeyLimit[$_] } | Sort-Object -Descending | Select-Object -First 1
    # The larger one: it bounds what a call can cost.
    $output = @($dev.Limit.output, $most | Where-Object { $_ }) | Sort-Object -Descending | Select-Object -First 1
    $isOther = $output -and $output -ne $dev.Limit.output
    $source = @(if ($dev) { "models.dev $ModelsDevDate" }; if ($isOther) { "portkey $PortkeyDate" }) -join '; '
    @{ Context = $dev.Limit.context; Output = $output; Source = $source }
}

# --- Writing

function ConvertTo-PriceJson($Row) {
    $price = [ordered]@{}
    if ($Row.geography) { $price.geography = $Row.geography }
    if ($Row.regions) { $price.regions = @($Row.regions | Sort-Object -CaseSensitive) }
    if ($Row.tier) { $price.tier = $Row.tier }
    if ($Row.from) { $price.from = $Row.from }
    if ($Row.until) { $price.until = $Row.until }
    if ($Row.above) { $price.aboveInputTokens = $Row.above }
    if ($Row.rate.Input) { $price.input = $Row.rate.Input }
    if ($Row.rate.Output) { $price.output = $Row.rate.Output }
    if ($null -ne $Row.rate.CacheRead) { $price.cacheRead = $Row.rate.CacheRead }
    if ($Row.rate.CacheWrite.Count) {
        $price.cacheWrite = [ordered]@{}
        foreach ($ttl in $Row.rate.CacheWrite.Keys | Sort-Object) {
            $price.cacheWrite[$ttl] = $Row.rate.CacheWrite[$ttl]
        }
    }

    if ($Row.rate.Image) { $price.image = $Row.rate.Image }
    $price.source = $Row.source
    if ($Row.disputed) { $price.disputed = $Row.disputed }
    $price | ConvertTo-Json -Compress -Depth 5
}

function ConvertTo-ModelJson([string]$Id, $Rows, $Limit) {
    $lines = @("      `"model`": $(ConvertTo-Json $Id)")
    if ($Limit.Context) { $lines += "      `"contextTokens`": $($Limit.Context)" }
    if ($Limit.Output) { $lines += "      `"maxOutputTokens`": $($Limit.Output)" }
    if ($Limit.Context -or $Limit.Output) { $lines += "      `"limitSource`": $(ConvertTo-Json $Limit.Source)" }
    $prices = $Rows | ForEach-Object { '        ' + (ConvertTo-PriceJson $_) }
    $lines += "      `"prices`": [`n$($prices -join ",`n")`n      ]"
    "    {`n$($lines -join ",`n")`n    }"
}

$ids = @(Select-Shortest (Get-FoundationId))
$models = foreach ($id in $ids) {
    $rows = @(Get-ModelRow $id | Where-Object { $_.rate.Input -or $_.rate.Image })
    if ($rows) {
        $key = { '{0}|{1}|{2}|{3}|{4:d9}' -f $_.geography, ($_.regions -join ','), $_.tier, $_.from, [long]$_.above }
        ConvertTo-ModelJson $id @($rows | Sort-Object $key -CaseSensitive) (Get-Limit $id)
    }
}

function New-Source([string]$Date, [string]$Url) { [ordered]@{ date = $Date; license = 'MIT'; url = $Url } }

$header = [ordered]@{
    'genai-prices' = New-Source $GenAiPricesDate 'https://github.com/pydantic/genai-prices'
    portkey        = New-Source $PortkeyDate 'https://github.com/Portkey-AI/models'
    'models.dev'   = New-Source $ModelsDevDate 'https://github.com/anomalyco/models.dev'
} | ConvertTo-Json -Compress
$newest = $GenAiPricesDate, $PortkeyDate, $ModelsDevDate | Sort-Object | Select-Object -Last 1
$text = @"
{
  "format": "BedrockPS.Prices/1",
  "date": "$newest",
  "currency": "USD",
  "sources": $header,
  "models": [
$($models -join ",`n")
  ]
}

"@ -replace "`r`n", "`n"
[System.IO.File]::WriteAllText($PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutFile), $text)
Write-Verbose "$($models.Count) models, $([regex]::Matches($text, '"source":').Count) prices."
