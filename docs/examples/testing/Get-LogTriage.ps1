# Says of each log line what is to happen: page somebody, open a ticket, or nothing.
param(
    [Parameter(Mandatory, ValueFromPipeline)]
    [string] $Line,

    [string] $ModelId = 'amazon.nova-lite-v1:0'
)

begin {
    $system = 'You triage log lines. Answer with one word: page, ticket or ignore.'
}

process {
    $answer = Invoke-BRConverse $Line -System $system -Temperature 0 -ModelId $ModelId -ErrorVariable failure
    $word = if ($failure) { 'ticket' } else { $answer.Text.Trim().ToLowerInvariant() }
    [pscustomobject] @{
        Line    = $Line
        Verdict = $word -in 'page', 'ticket', 'ignore' ? $word : 'ticket'
        Reason  = $failure ? $failure[0].FullyQualifiedErrorId.Split(',')[0] : 'model'
    }
}
