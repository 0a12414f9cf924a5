<#
.SYNOPSIS
A small model for easy questions, a large one for the others.
.DESCRIPTION
The small model says in one word how hard a question is, which costs a few tokens, and the question then goes to the
model that it needs. What was asked of whom, and what it took, is on each answer.
.EXAMPLE
'What is 6 x 7?', 'Why do our nightly jobs deadlock?' | ./17-route-by-difficulty.ps1
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, ValueFromPipeline)]
    [string] $Question,

    [string] $SmallModelId = 'amazon.nova-micro-v1:0',

    [string] $LargeModelId = 'amazon.nova-pro-v1:0'
)

begin {
    $ErrorActionPreference = 'Stop'
    $rules = 'How hard is the question that follows? Answer with one word: easy or hard.'
}

process {
    $verdict = Invoke-BRConverse $Question -ModelId $SmallModelId -System $rules -MaxTokens 5 -Temperature 0 3> $null
    $isEasy = $verdict.Text -match '\beasy\b'
    $answer = Invoke-BRConverse $Question -ModelId ($isEasy ? $SmallModelId : $LargeModelId)

    [pscustomobject] @{
        Question = $Question
        ModelId  = $answer.ResolvedModelId
        Tokens   = $verdict.Usage.TotalTokens + $answer.Usage.TotalTokens
        Text     = $answer.Text
    }
}
