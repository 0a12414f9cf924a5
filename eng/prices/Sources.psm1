# Reads each public table into one shape: dollars a million tokens, as decimals.

$ErrorActionPreference = 'Stop'

# 1.0500 and 1.05 are the same number; only one of them is written.
function ConvertTo-Rate($Value, [decimal]$Factor = 1) {
    if ($null -ne $Value) {
        [decimal]$Value * $Factor / 1.0000000000000000000000000000d
    }
}

function Get-PortkeyRate($PayAsYouGo) {
    $cents = 10000d
    $rate = @{
        Input      = ConvertTo-Rate $PayAsYouGo.request_token.price $cents
        Output     = ConvertTo-Rate $PayAsYouGo.response_token.price $cents
        CacheRead  = ConvertTo-Rate $PayAsYouGo.cache_read_input_token.price $cents
        CacheWrite = [ordered]@{}
        Image      = ConvertTo-Rate $PayAsYouGo.image.default.default.price 0.01d
    }
    if ($PayAsYouGo.additional_units.cache_write_1h) {
        $rate.CacheWrite['1h'] = ConvertTo-Rate $PayAsYouGo.additional_units.cache_write_1h.price $cents
    }

    if ($PayAsYouGo.cache_write_input_token) {
        $rate.CacheWrite['5m'] = ConvertTo-Rate $PayAsYouGo.cache_write_input_token.price $cents
    }

    $rate
}

function Get-PortkeyMode($Modes) {
    foreach ($mode in $Modes.Keys) {
        $tiers = $Modes[$mode].context_tiers
        if ($tiers) {
            # 'lte-272k' and 'gt-272k': the price of the whole call changes with its input.
            @{ Tier = $mode; Above = 0; Rate = Get-PortkeyRate $tiers['lte-272k'].pricing_config.pay_as_you_go }
            @{ Tier = $mode; Above = 272000; Rate = Get-PortkeyRate $tiers['gt-272k'].pricing_config.pay_as_you_go }
        }
        else {
            @{ Tier = $mode; Above = 0; Rate = Get-PortkeyRate $Modes[$mode].pricing_config.pay_as_you_go }
        }
    }
}

<#
.SYNOPSIS
The rates of Portkey's table, by id: the list price, and lists by tier and by region.
#>
function Import-Portkey([string]$Path) {
    $table = Get-Content -Raw -LiteralPath $Path | ConvertFrom-Json -AsHashtable
    $result = @{}
    foreach ($id in $table.Keys | Where-Object { $_ -ne 'default' -and $_ -notlike '*::*' }) {
        $config = $table[$id].pricing_config
        $regions = $table[$id].custom_pricing.regions
        $modes = @(if ($regions -and $regions['default']) { Get-PortkeyMode $regions['default'].execution_modes })
        if ($config.batch_config) {
            $modes += @{ Tier = 'batch'; Above = 0; Rate = Get-PortkeyRate $config.batch_config }
        }

        $result[$id] = @{
            Rate    = Get-PortkeyRate $config.pay_as_you_go
            Modes   = $modes
            Regions = @(foreach ($list in $regions.Keys | Where-Object { $_ -and $_ -ne 'default' }) {
                    @{ Names = $list -split ','; Modes = @(Get-PortkeyMode $regions[$list].execution_modes) }
                })
        }
    }

    $result
}

<#
.SYNOPSIS
The largest answer of a model, by id, as Portkey's table of parameters has it.
#>
function Import-PortkeyLimit([string]$Path) {
    $table = Get-Content -Raw -LiteralPath $Path | ConvertFrom-Json -AsHashtable
    $result = @{}
    foreach ($id in $table.Keys | Where-Object { $_ -notin 'name', 'description', 'default' }) {
        $most = ($table[$id].params | Where-Object key -EQ 'max_tokens').maxValue
        if ($most) {
            $result[$id] = [long]$most
        }
    }

    $result
}

<#
.SYNOPSIS
The entries of models.dev, by id: rates, limits and the date of the entry.
#>
function Import-ModelsDev([string]$Path) {
    $table = Get-Content -Raw -LiteralPath $Path | ConvertFrom-Json -AsHashtable
    $result = @{}
    foreach ($id in $table.Keys) {
        $cost = $table[$id].cost
        $result[$id] = @{
            Limit   = $table[$id].limit
            Release = $table[$id].release_date
            Rate    = @{
                Input      = ConvertTo-Rate $cost.input
                Output     = ConvertTo-Rate $cost.output
                CacheRead  = ConvertTo-Rate $cost.cache_read
                CacheWrite = if ($cost.cache_write) { @{ '5m' = ConvertTo-Rate $cost.cache_write } } else { @{} }
            }
        }
    }

    $result
}

function Test-GenAiMatch($Rule, [string]$Id) {
    $kind = @($Rule.Keys)[0]
    switch ($kind) {
        'or' { return [bool]($Rule.or | Where-Object { Test-GenAiMatch $_ $Id }) }
        'contains' { return $Id.Contains($Rule.contains) }
        'starts_with' { return $Id.StartsWith($Rule.starts_with) }
        'equals' { return $Id -ceq $Rule.equals }
        default { throw "genai-prices matches by '$kind', which this script does not know." }
    }
}

<#
.SYNOPSIS
The entry of genai-prices for an id: the first whose rule matches, as that project looks it up.
#>
function Find-GenAiEntry($Entries, [string]$Id) {
    foreach ($entry in $Entries) {
        if (Test-GenAiMatch $entry.match $Id) {
            return $entry
        }
    }
}

function Get-GenAiPart($Value, [long]$Above) {
    if ($Value -isnot [System.Collections.IDictionary]) {
        return ConvertTo-Rate $Value
    }

    $tier = @($Value.tiers | Where-Object { $_.start -eq $Above })[0]
    ConvertTo-Rate ($tier ? $tier.price : $Value.base)
}

<#
.SYNOPSIS
The rates of an entry of genai-prices: one for each date and each length of input.
#>
function Get-GenAiRate($Entry, [string]$CacheTtl) {
    $isOne = $Entry.prices -is [System.Collections.IDictionary]
    $dated = if ($isOne) { @{ prices = $Entry.prices } } else { $Entry.prices }
    foreach ($period in $dated) {
        $prices = $period.prices
        $starts = @($prices.Values | Where-Object { $_ -is [System.Collections.IDictionary] } |
                ForEach-Object { $_.tiers.start } | Sort-Object -Unique)
        foreach ($above in @(0) + $starts) {
            $rate = @{
                Input      = Get-GenAiPart $prices.input_mtok $above
                Output     = Get-GenAiPart $prices.output_mtok $above
                CacheRead  = Get-GenAiPart $prices.cache_read_mtok $above
                CacheWrite = [ordered]@{}
            }
            # genai-prices counts written tokens as input where it names no rate for them.
            if ($prices.Contains('cache_write_mtok')) {
                $rate.CacheWrite[$CacheTtl] = Get-GenAiPart $prices.cache_write_mtok $above
            }
            elseif ($prices.Contains('cache_read_mtok')) {
                $rate.CacheWrite[$CacheTtl] = $rate.Input
            }

            @{ From = $period.constraint.start_date; Above = [long]$above; Rate = $rate }
        }
    }
}

Export-ModuleMember -Function Import-*, Find-GenAiEntry, Get-GenAiRate, ConvertTo-Rate
