<#
.SYNOPSIS
Asks a model about each text without a surprise on the bill, and tells the two failures of size from all others.
.DESCRIPTION
The budget holds for all runs of the day that write the same usage log, on this machine: each call is checked before it
is sent, at its worst, so a loop that runs wild is stopped by the script and not by the bill. A text that is longer than
the model's context window is the service's answer 400, ValidationException: trying again cannot help, so the text is
cut and asked once more. A rate limit is 429, ThrottlingException: the call was tried again already, so the rest waits
for another run. Each result says what it cost.
.EXAMPLE
Get-ChildItem ./tickets/*.txt | Get-Content -Raw | ./23-no-surprise-bill.ps1 -Prompt 'In one sentence:' -MaxCost 2
.EXAMPLE
Get-BRUsage -Path ~/bedrock/usage.jsonl -Since (Get-Date).Date -GroupBy Model, Day
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Prompt,

    [Parameter(Mandatory, ValueFromPipeline)]
    [string[]] $Text,

    [string] $ModelId = 'amazon.nova-micro-v1:0',

    # What all runs may spend in a day, in the currency of the price table.
    [decimal] $MaxCost = 5,

    [string] $UsageLog = '~/bedrock/usage.jsonl'
)

begin {
    $ErrorActionPreference = 'Stop'
    Set-BRDefault -UsageLog $UsageLog
    Set-BRBudget -MaxCost $MaxCost -Period Day
    Get-BRPrice $ModelId | ForEach-Object {
        Write-Verbose "A million tokens of $ModelId cost $($_.Input) $($_.Currency) in and $($_.Output) out."
    }

    $ask = @{ ModelId = $ModelId; MaxTokens = 200; RequestMetadata = @{ job = 'no-surprise-bill' } }
    $stopped = $null

    function Get-Result([string] $State, $Answer) {
        [pscustomobject] @{
            State  = $State
            Text   = $Answer.Text
            Tokens = $Answer.Usage.TotalTokens
            Cost   = $Answer.Cost
        }
    }

    function Get-Code($Failure) { $Failure.FullyQualifiedErrorId -replace ',.*' }
}

process {
    foreach ($one in $Text) {
        if ($stopped) {
            Get-Result $stopped
            continue
        }

        try {
            try {
                Get-Result 'asked' (Invoke-BRConverse "$Prompt`n$one" @ask)
            } catch {
                # 400 is also what any other mistake in a request gets: .ContextOverflow tells this one from them.
                if ((Get-Code $_) -ne 'ValidationException' -or -not $_.Exception.ContextOverflow) {
                    throw
                }

                $half = $one.Substring(0, [int] ($one.Length / 2))
                Get-Result 'cut' (Invoke-BRConverse "$Prompt`n$half" @ask)
            }
        } catch {
            switch (Get-Code $_) {
                # 429: all attempts of this call were throttled, and so would be the next calls'.
                'ThrottlingException' { $stopped = 'throttled' }
                'BudgetExceeded' { $stopped = 'over budget' }
                default { throw }
            }

            Write-Warning "$_"
            Get-Result $stopped
        }
    }
}
