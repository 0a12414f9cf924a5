<#
.SYNOPSIS
Why a model stopped, and what a script does about it.
.EXAMPLE
./12-stop-reasons.ps1 'Explain the solar system' -MaxTokens 20
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Prompt,

    [int] $MaxTokens = 512,

    [string[]] $StopSequence
)

$ErrorActionPreference = 'Stop'
$settings = @{ MaxTokens = $MaxTokens }
if ($StopSequence) {
    $settings.StopSequence = $StopSequence
}

$conversation = Start-BRConversation @settings
$answer = $conversation | Send-BRMessage $Prompt -WarningAction SilentlyContinue
$next = switch ($answer.StopReason) {
    'end_turn' { 'The answer is whole.' }
    'max_tokens' { 'The answer was cut: raise -MaxTokens, or ask the conversation to go on.' }
    'stop_sequence' { 'The model wrote a stop sequence: what stands before it is the answer.' }
    'tool_use' { 'The model wants a tool: its calls are in .ToolUses. Send-BRMessage -ToolResult answers them.' }
    'guardrail_intervened' { 'A guardrail blocked or changed the answer: see .GuardrailTrace.' }
    'model_context_window_exceeded' { 'The context window is full: Compress-BRConversation.' }
    default { "A reason that is newer than this script: $_" }
}

[pscustomobject] @{ StopReason = $answer.StopReason; Next = $next; Text = $answer.Text }
