# The part of YAML that price tables use: mappings, sequences, plain and quoted scalars, folded texts, comments.
# PowerShell has no reader of its own, and a module that is fetched at build time would be one more thing to trust.

function Get-YamlLine([string[]]$Text) {
    foreach ($line in $Text) {
        $bare = $line -replace '\s+#.*$', ''
        if ($bare.Trim() -and -not $bare.TrimStart().StartsWith('#')) {
            [pscustomobject]@{ Indent = $bare.Length - $bare.TrimStart().Length; Text = $bare.Trim() }
        }
    }
}

function ConvertFrom-YamlScalar([string]$Text) {
    if ($Text -match "^'(.*)'$" -or $Text -match '^"(.*)"$') {
        return $Matches[1]
    }

    $number = [decimal]0
    $isNumber = [decimal]::TryParse($Text, 'Float', [cultureinfo]::InvariantCulture, [ref]$number)
    if ($isNumber) { $number } else { $Text }
}

function Read-YamlNode($Lines, [ref]$At, [int]$Indent) {
    if ($Lines[$At.Value].Text.StartsWith('- ')) {
        return , (Read-YamlList $Lines $At $Indent)
    }

    Read-YamlMap $Lines $At $Indent
}

function Read-YamlList($Lines, [ref]$At, [int]$Indent) {
    $items = [System.Collections.Generic.List[object]]::new()
    while ($At.Value -lt $Lines.Count -and $Lines[$At.Value].Indent -eq $Indent -and
        $Lines[$At.Value].Text.StartsWith('- ')) {
        $line = $Lines[$At.Value]
        $inner = $line.Text.Substring(2).TrimStart()
        if ($inner -match '^[\w-]+:(\s|$)') {
            # An item that is a mapping begins behind its dash.
            $line.Indent = $Indent + $line.Text.Length - $inner.Length
            $line.Text = $inner
            $items.Add((Read-YamlMap $Lines $At $line.Indent))
        }
        else {
            $items.Add((ConvertFrom-YamlScalar $inner))
            $At.Value++
        }
    }

    , $items.ToArray()
}

function Read-YamlMap($Lines, [ref]$At, [int]$Indent) {
    $map = [ordered]@{}
    while ($At.Value -lt $Lines.Count -and $Lines[$At.Value].Indent -eq $Indent) {
        if ($Lines[$At.Value].Text -notmatch '^(?<key>[\w-]+):\s*(?<value>.*)$') {
            throw "Not a mapping: '$($Lines[$At.Value].Text)'. This reader knows only a part of YAML."
        }

        $key, $value = $Matches.key, $Matches.value
        $At.Value++
        $map[$key] = Read-YamlValue $Lines $At $Indent $value
    }

    $map
}

function Read-YamlValue($Lines, [ref]$At, [int]$Indent, [string]$Value) {
    $isDeeper = $At.Value -lt $Lines.Count -and $Lines[$At.Value].Indent -gt $Indent
    if ($Value -in '>-', '>', '|', '|-') {
        $words = while ($At.Value -lt $Lines.Count -and $Lines[$At.Value].Indent -gt $Indent) {
            $Lines[$At.Value++].Text
        }

        return $words -join ' '
    }

    if ($Value) {
        return ConvertFrom-YamlScalar $Value
    }

    if ($isDeeper) {
        return , (Read-YamlNode $Lines $At $Lines[$At.Value].Indent)
    }
}

<#
.SYNOPSIS
Reads a YAML file of mappings, sequences and plain scalars.
#>
function Import-Yaml([string]$Path) {
    $lines = @(Get-YamlLine (Get-Content -LiteralPath $Path))
    $at = 0
    Read-YamlNode $lines ([ref]$at) 0
    if ($at -lt $lines.Count) {
        throw "'$Path' could not be read beyond '$($lines[$at].Text)'."
    }
}

Export-ModuleMember -Function Import-Yaml
