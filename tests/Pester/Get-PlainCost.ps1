# The cost of genuine answers by plain arithmetic, from the table's text and the raw bodies: nothing of the module.
param([string] $Recording, [string] $Table, [int] $Count)

$prices = Get-Content -Raw $Table | ConvertFrom-Json
$today = [datetime]::UtcNow.ToString('yyyy-MM-dd')

function Find-Price([string] $ModelId) {
    $geography, $bare = $ModelId -match '^(us|eu|apac|jp|au|global)\.(.+)$' ? $Matches[1, 2] : @($null, $ModelId)
    $model = $prices.models | Where-Object model -EQ $bare
    $holding = $model.prices | Where-Object {
        -not $_.tier -and -not $_.regions -and -not $_.aboveInputTokens -and
        (-not $_.geography -or $_.geography -eq $geography) -and (-not $_.from -or $_.from -le $today)
    }
    $holding | Sort-Object { [bool] $_.geography }, from | Select-Object -Last 1
}

function Get-Amount($Price, $Usage) {
    $sum = 0d + $Usage.inputTokens * [decimal] $Price.input + $Usage.outputTokens * [decimal] $Price.output +
    $Usage.cacheReadInputTokens * [decimal] $Price.cacheRead
    $left = $Usage.cacheWriteInputTokens
    foreach ($detail in $Usage.cacheDetails) {
        $sum += $detail.inputTokens * [decimal] $Price.cacheWrite.($detail.ttl)
        $left -= $detail.inputTokens
    }

    ($sum + $left * [decimal] $Price.cacheWrite.'5m') / 1000000d
}

$file = [System.IO.File]::OpenRead((Resolve-Path $Recording))
$mode = [System.IO.Compression.CompressionMode]::Decompress
$reader = [System.IO.StreamReader]::new([System.IO.Compression.GZipStream]::new($file, $mode))
$found = while ($line = $reader.ReadLine()) {
    $exchange = $line | ConvertFrom-Json
    $body = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($exchange.body))
    if ($exchange.status -ne 200 -or $body -notmatch '"cacheReadInputTokens":') { continue }
    $usage = ($body | ConvertFrom-Json).usage
    $price = Find-Price $exchange.model
    if (-not $price -or $null -eq $usage.inputTokens) { continue }
    [pscustomobject] @{
        ModelId = $exchange.model
        Body    = $body
        Usage   = $usage
        Amount  = Get-Amount $price $usage
        Cached  = $usage.cacheReadInputTokens + $usage.cacheWriteInputTokens
    }
}
$reader.Dispose()
$found | Sort-Object Cached -Descending -Stable | Select-Object -First $Count
