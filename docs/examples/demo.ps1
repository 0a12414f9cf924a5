<#
.SYNOPSIS
The main job of BedrockPS against the embedded endpoint: no account, no network, no cost.
.EXAMPLE
./build.ps1 -Task Demo
#>
[CmdletBinding()]
param(
    # The manifest of the module to show; the installed module when absent.
    [string] $Manifest = 'BedrockPS'
)

$ErrorActionPreference = 'Stop'
Import-Module $Manifest

function Show([string] $Line) {
    Write-Host "`nPS> $Line" -ForegroundColor Cyan
    . ([scriptblock]::Create($Line)) | Out-Default
}

Show 'Start-BRLocalEndpoint -SetDefault -PieceDelayMs 30'
Show 'Get-BRFoundationModel | Where-Object Streaming | Format-Table'
Show "Invoke-BRConverse 'Describe the purpose of a hello world program in one line.' -MaxTokens 256 -Temperature 0.2"
Show "Invoke-BRConverse 'Explain the solar system' -System 'Be brief.' -Stream"
Show "'one','two','three' | Invoke-BRConverse | Select-Object Text, StopReason, @{n='Tokens';e={`$_.Usage.TotalTokens}}"
Show "Get-Process | Select-Object -First 5 | Invoke-BRConverse 'Which of these look wrong?'"
Show ('Invoke-BRModel -ModelId amazon.titan-text-express-v1 ' +
    "-Body @{ inputText = 'hi'; textGenerationConfig = @{ maxTokenCount = 512 } }")
Show ("`$c = Start-BRConversation -System 'You are a precise support assistant.'; " +
    "`$c | Send-BRMessage 'Hello'; `$c | Send-BRMessage 'And again?'")
Show 'Stop-BRLocalEndpoint'
