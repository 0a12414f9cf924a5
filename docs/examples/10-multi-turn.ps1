<#
.SYNOPSIS
A conversation of several turns: the caller owns the transcript, and may keep it in a file.
.DESCRIPTION
Asks each question in turn, with all turns before it, and writes what was said. With -Path the conversation is kept in a
file, and a second run goes on with it.
.EXAMPLE
./10-multi-turn.ps1 -Question 'Name three ports of Italy.', 'Which is the largest?'
.EXAMPLE
./10-multi-turn.ps1 -Question 'And of France?' -Path ./ports.jsonl
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string[]] $Question,

    # Where the conversation is kept; in memory alone when absent.
    [string] $Path
)

$ErrorActionPreference = 'Stop'
$system = 'You are a precise assistant. Answer in one sentence.'
$conversation = if ($Path -and (Test-Path $Path)) {
    Import-BRConversation $Path
} elseif ($Path) {
    Start-BRConversation -System $system -Path $Path
} else {
    Start-BRConversation -System $system
}

foreach ($text in $Question) {
    # -AutoCompress: a conversation of months does not end at the model's context window.
    $answer = $conversation | Send-BRMessage $text -AutoCompress
    [pscustomobject] @{
        Turn     = $conversation.Turns
        Question = $text
        Answer   = $answer.Text
        Tokens   = $conversation.Usage.TotalTokens
    }
}
