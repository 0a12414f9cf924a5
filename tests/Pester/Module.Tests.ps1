BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'The staged module' {
    It 'has a valid manifest and exports exactly the cmdlets that it has' {
        $module = Test-ModuleManifest (Get-StagedManifest)
        $inAssembly = (Get-Command -Module BedrockPS).Name | Sort-Object

        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be $inAssembly
    }

    It 'has the shape of the published package' {
        $root = Split-Path (Get-StagedManifest)
        $files = Get-ChildItem $root -Recurse -File |
            ForEach-Object { [IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/') }

        $expected = @(
            'bin/aws/AWSSDK.Core.dll', 'bin/aws/BedrockPS.Aws.dll', 'bin/BedrockPS.Core.dll', 'bin/BedrockPS.dll'
            'bin/markup/BedrockPS.Markup.dll', 'bin/markup/Markdig.dll'
            'bin/BedrockPS.format.ps1xml', 'bin/BedrockPS.types.ps1xml', 'bin/BedrockPS.Local.dll'
            'bin/schema/BedrockPS.Schema.dll', 'bin/schema/Humanizer.dll', 'bin/schema/Json.More.dll'
            'bin/schema/JsonPointer.Net.dll', 'bin/schema/JsonSchema.Net.dll'
            'BedrockPS.psd1', 'CHANGELOG.md', 'en-US/about_BedrockPS_Conversations.help.txt'
            'en-US/about_BedrockPS_Costs.help.txt', 'en-US/about_BedrockPS_Credentials.help.txt'
            'en-US/about_BedrockPS_Testing.help.txt'
            'en-US/about_BedrockPS_Tools.help.txt', 'en-US/about_BedrockPS_TypedAnswers.help.txt'
            'en-US/BedrockPS.dll-Help.xml', 'LICENSE', 'THIRD-PARTY-NOTICES.txt')
        $files | Sort-Object | Should -Be ($expected | Sort-Object)
    }

    It 'has a topic about_BedrockPS_<_>' -ForEach @(
        'Conversations', 'Costs', 'Credentials', 'Testing', 'Tools', 'TypedAnswers'
    ) {
        Get-Help "about_BedrockPS_$_" | Out-String | Should -Match "(?m)^\s+about_BedrockPS_$_"
    }

    It 'gives its assemblies the version of the manifest' {
        $version = (Import-PowerShellDataFile (Get-StagedManifest)).ModuleVersion

        [BedrockPS.Message].Assembly.GetName().Version.ToString(3) | Should -Be $version
        (Get-Command Invoke-BRConverse).Version.ToString(3) | Should -Be $version
    }

    It 'lets scripts name its types right after import' {
        $names = '[BedrockPS.ConverseResponse].FullName, [BedrockPS.LocalReply].FullName'
        $shown = Invoke-NewShell "Import-Module '$(Get-StagedManifest)'; $names"

        $shown | Should -Be 'BedrockPS.ConverseResponse', 'BedrockPS.LocalReply'
    }

    It 'loads nothing of AWSSDK at import or for the local endpoint' {
        $loaded = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
`$null = Start-BRLocalEndpoint -SetDefault
`$null = Invoke-BRConverse 'hi'
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match 'AWSSDK|BedrockPS.Aws' }).Count
"@
        $loaded | Should -Be 0
    }

    It 'documents every cmdlet: synopsis, description of each parameter, an example' -ForEach @(
        (Import-PowerShellDataFile (Join-Path $PSScriptRoot '../../BedrockPS.psd1')).CmdletsToExport |
            ForEach-Object { @{ Name = $_ } }
    ) {
        $help = Get-Help $Name -Full
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters +
            [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $own = (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common }

        $help.Synopsis | Should -Not -Match "^\s*$Name"
        $help.examples.example | Should -Not -BeNullOrEmpty
        foreach ($parameter in $own) {
            (Get-Help $Name -Parameter $parameter).description.Text | Should -Not -BeNullOrEmpty -Because $parameter
        }
    }

    It 'lets a Pester mock build an answer' {
        $answer = [BedrockPS.ConverseResponse] @{
            Text       = 'x'
            StopReason = 'end_turn'
            Usage      = [BedrockPS.TokenUsage] @{ InputTokens = 3 }
            ToolUses   = @([BedrockPS.ToolUseBlock] @{ Name = 'get_weather'; Input = @{ city = 'Rome' } })
            Citations  = @([BedrockPS.Citation] @{ Title = 'Manual' })
        }

        $answer.Text | Should -Be 'x'
        "$answer" | Should -Be 'x'
        $answer.Usage.InputTokens | Should -Be 3
        $answer.ToolUses[0].Input.city | Should -Be 'Rome'
        $answer.Citations[0].Title | Should -Be 'Manual'
    }

    It 'stops its endpoints when it is removed' {
        $stopped = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
`$endpoint = Start-BRLocalEndpoint
Remove-Module BedrockPS
try { `$null = [Net.Sockets.TcpClient]::new('127.0.0.1', `$endpoint.Port); 'open' } catch { 'closed' }
"@
        $stopped | Should -Be 'closed'
    }

    It 'stops its endpoints when their runspace closes' {
        $closed = Invoke-NewShell @"
`$port = 1 | ForEach-Object -Parallel { Import-Module '$(Get-StagedManifest)'; (Start-BRLocalEndpoint).Port }
try { `$null = [Net.Sockets.TcpClient]::new('127.0.0.1', `$port); 'open' } catch { 'closed' }
"`$(`$port -gt 0)"
"@
        $closed | Should -Be 'closed', 'True'
    }
}

Describe 'Beside another AWSSDK.Core' -ForEach @(
    @{ Order = 'before'; First = 'other'; Second = 'ours' }
    @{ Order = 'after'; First = 'ours'; Second = 'other' }
) {
    It 'signs, and lets the other work, when the other is loaded <Order>' {
        # A copy in the default load context, as AWS.Tools brings one.
        $shown = Invoke-NewShell @"
`$ErrorActionPreference = 'Stop'
function Use-Other {
    Add-Type -Path '$(Join-Path (Split-Path (Get-StagedManifest)) bin/aws/AWSSDK.Core.dll)'
    [Amazon.RegionEndpoint]::GetBySystemName('eu-west-1').SystemName
}
function Use-Ours {
    Import-Module '$(Get-StagedManifest)'
    `$endpoint = Start-BRLocalEndpoint
    `$keys = @{
        AccessKey = [BedrockPS.LocalCredentials]::AccessKey
        SecretKey = [BedrockPS.LocalCredentials]::SecretKey
    }
    `$answer = Invoke-BRConverse hi -ModelId amazon.nova-micro-v1:0 -EndpointUrl `$endpoint.Uri -Region us-east-1 @keys
    `$answer.StopReason
    `$endpoint.Requests[0].Signed
}
Use-$First
Use-$Second
"@
        $shown | Sort-Object | Should -Be ('end_turn', 'eu-west-1', 'True' | Sort-Object)
    }
}
