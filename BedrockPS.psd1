@{
    RootModule           = 'bin/BedrockPS.dll'
    # Loaded with the module, so that scripts can name its types right after import.
    RequiredAssemblies   = @('bin/BedrockPS.Core.dll', 'bin/BedrockPS.Local.dll')
    ModuleVersion        = '0.1.0'
    GUID                 = 'b1f0a6d2-6f0c-4a39-9b6e-3d9f7e6f2c58'
    Author               = 'The BedrockPS authors'
    CompanyName          = 'The BedrockPS authors'
    Copyright            = '(c) The BedrockPS authors. MIT licence.'
    Description          = 'Amazon Bedrock on the PowerShell pipeline: find, call, stream and converse with foundation models.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('bin/BedrockPS.format.ps1xml')
    TypesToProcess       = @('bin/BedrockPS.types.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Add-BRLocalReply'
        'Clear-BRBudget'
        'Clear-BRDefault'
        'Clear-BRUsage'
        'Compress-BRConversation'
        'Connect-BRSso'
        'Copy-BRConversation'
        'Enter-BRConversation'
        'Export-BRConversation'
        'Export-BRUsageReport'
        'Get-BRBudget'
        'Get-BRCustomModel'
        'Get-BRDefault'
        'Get-BRFoundationModel'
        'Get-BRGuardrail'
        'Get-BRImportedModel'
        'Get-BRInferenceProfile'
        'Get-BRLocalEndpoint'
        'Get-BRLocalRequest'
        'Get-BRPrice'
        'Get-BRPromptRouter'
        'Get-BRProvisionedThroughput'
        'Get-BRUsage'
        'Import-BRConversation'
        'Import-BRPrice'
        'Invoke-BRConverse'
        'Invoke-BRModel'
        'Measure-BRToken'
        'New-BRIamPolicy'
        'New-BRTool'
        'Resolve-BRModel'
        'Send-BRMessage'
        'Set-BRBudget'
        'Set-BRDefault'
        'Start-BRConversation'
        'Start-BRLocalEndpoint'
        'Start-BRRecording'
        'Stop-BRLocalEndpoint'
        'Stop-BRRecording'
        'Test-BRModelAccess'
        'Undo-BRMessage'
    )
    PrivateData          = @{
        PSData = @{
            Tags       = @('AWS', 'Bedrock', 'AI', 'LLM', 'Generative', 'Claude', 'Nova', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
