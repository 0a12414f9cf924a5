# Times the same calls by Invoke-BRConverse and by Invoke-RestMethod, in turns: a line "<ours> <theirs>" a round, in ms.
param(
    [string] $Manifest, [uri] $Endpoint, [string] $ModelId, [string] $Prompt, [string] $Body,
    [int] $Count, [int] $Rounds)

$ErrorActionPreference = 'Stop'
Import-Module $Manifest
$url = "${Endpoint}model/$([uri]::EscapeDataString($ModelId))/converse"
$prompts = @($Prompt) * $Count

function Invoke-Ours {
    $answers = $prompts | Invoke-BRConverse -ModelId $ModelId -EndpointUrl $Endpoint
    if ($answers.Count -ne $Count -or -not $answers[-1].Text) { throw 'An answer is missing.' }
}

function Invoke-Theirs {
    $answers = foreach ($one in $prompts) {
        Invoke-RestMethod -Method Post -Uri $url -ContentType application/json -Body $Body
    }
    if ($answers.Count -ne $Count -or -not $answers[-1].output.message.content[0].text) {
        throw 'An answer is missing.'
    }
}

# The first rounds warm both up and do not count.
foreach ($round in -1..$Rounds) {
    if ($round % 2) {
        $theirs = (Measure-Command { Invoke-Theirs }).TotalMilliseconds
        $ours = (Measure-Command { Invoke-Ours }).TotalMilliseconds
    }
    else {
        $ours = (Measure-Command { Invoke-Ours }).TotalMilliseconds
        $theirs = (Measure-Command { Invoke-Theirs }).TotalMilliseconds
    }
    if ($round -gt 0) {
        [string]::Format([cultureinfo]::InvariantCulture, '{0} {1}', $ours, $theirs)
    }
}
