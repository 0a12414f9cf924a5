<#
.SYNOPSIS
Lets a model plan, call tools and observe, until it can answer; then says what it looked at.
.DESCRIPTION
The model may list files below one folder and count their lines. It may not choose the folder, and it may not delete.
.EXAMPLE
./13-tools.ps1 ./logs 'Which of these logs is the longest, and what is in it?'
#>
[CmdletBinding()]
param(
    # The folder that the model may look at.
    [Parameter(Mandatory)]
    [string] $Folder,

    # What to find out.
    [Parameter(Mandatory)]
    [string] $Question,

    # auto lets the model choose, any makes it use a tool first, and so does the name of one.
    [string] $ToolChoice = 'auto',

    # The model to ask; the session's default when absent.
    [string] $ModelId
)

$ErrorActionPreference = 'Stop'

$tools = @(
    # A command: the model says how deep, the folder is ours. A -Filter of its own would lead out of it: ../*.
    New-BRTool Get-ChildItem -Name list_files -Parameter Recurse, Depth -Argument @{ Path = $Folder; File = $true } `
        -Description 'Lists the files of the folder with their sizes in bytes.'

    # A script block: its param() block is the schema, its help the description.
    New-BRTool -Name get_line_count -ScriptBlock {
        <#
        .SYNOPSIS
        Counts the lines of one file of the folder.
        .PARAMETER Name
        The name of the file, without its folder.
        #>
        param([Parameter(Mandatory)] [ValidatePattern('^[^/\\]+$')] [string] $Name)
        (Get-Content -LiteralPath (Join-Path $Folder $Name) | Measure-Object).Count
    }

    # A schema alone: the call comes back to this script, which answers it.
    New-BRTool -Name delete_file -Description 'Asks a person to delete a file of the folder.' -Schema @{
        type       = 'object'
        properties = @{ name = @{ type = 'string' } }
        required   = @('name')
    }
)

$model = $ModelId ? @{ ModelId = $ModelId } : @{}
$conversation = Start-BRConversation -System 'Use the tools before you answer. Be brief.' -Tool $tools @model
$answer = $conversation | Send-BRMessage $Question -ToolChoice $ToolChoice -MaxToolTurns 5

while ($answer.ToolUses.Name -contains 'delete_file') {
    $results = @{}
    foreach ($use in $answer.ToolUses | Where-Object Name -EQ delete_file) {
        $results[$use.ToolUseId] = "Noted: somebody will look at $($use.Input.name)."
    }

    $answer = $conversation | Send-BRMessage -ToolResult $results
}

[pscustomobject] @{
    Answer     = $answer.Text
    StopReason = $answer.StopReason
    Looked     = @($conversation.Messages.Content | Where-Object Kind -EQ toolUse | ForEach-Object { "$_" })
    Tokens     = $conversation.Usage.TotalTokens
}
