<#
.SYNOPSIS
Asks a model, and says of a failure what it was and what to do.
.DESCRIPTION
Every failure is an object with the service's own code as its id, a category and a recommended action, so a runbook can
tell access from throttling from its own mistakes. What stands against a call before one is made, Test-BRModelAccess
finds out.
.EXAMPLE
./24-troubleshoot.ps1 -ModelId amazon.nova-micro-v1:0
.EXAMPLE
./24-troubleshoot.ps1 -ModelId no.such-model | Format-List
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, ValueFromPipeline)]
    [string[]] $ModelId,

    [string] $Prompt = 'Say yes.'
)

process {
    foreach ($id in $ModelId) {
        $silent = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
        $answer = Invoke-BRConverse $Prompt -ModelId $id -MaxTokens 50 @silent
        $failure = $failures | Select-Object -First 1
        $kind = switch -Regex ($failure.FullyQualifiedErrorId -replace ',.*') {
            '^$' { $answer.Text ? 'fine' : 'empty answer'; break }
            'AccessDenied' { 'access denied'; break }
            'ResourceNotFound' { 'model not found'; break }
            'Throttling|ServiceQuota' { 'throttled'; break }
            'Timeout' { 'too slow'; break }
            'Validation' { $failure.Exception.Resolution ? 'on-demand not supported' : 'malformed input'; break }
            default { 'something else' }
        }

        [pscustomobject] @{
            ModelId  = $id
            Kind     = $kind
            Category = $failure.CategoryInfo.Category
            Message  = $failure ? "$failure" : "stopped by $($answer.StopReason)"
            Action   = $failure.ErrorDetails.RecommendedAction
            Findings = $failure ? (Test-BRModelAccess $id).Findings : $null
        }
    }
}
