BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    function Complete([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches
    }
}

Describe 'Completion after <Command>' -ForEach @(
    @{ Command = 'Invoke-BRConverse hi' }, @{ Command = 'Get-BRFoundationModel' }, @{ Command = 'Set-BRDefault' }
) {
    Context 'regions' {
        It 'offers those of every partition, with their names for people' {
            (Complete "$Command -Region us-gov-").CompletionText | Should -Be 'us-gov-east-1', 'us-gov-west-1'
            (Complete "$Command -Region cn-").CompletionText | Should -Contain 'cn-north-1'
            $frankfurt = Complete "$Command -Region eu-central-1"
            $frankfurt.ToolTip | Should -Be 'Europe (Frankfurt)'
        }

        It 'finds a region by its city' {
            (Complete "$Command -Region sydney").CompletionText | Should -Be 'ap-southeast-2'
        }
    }

    Context 'profiles' {
        BeforeAll {
            $config = Join-Path $TestDrive config
            Set-Content $config "[default]`n[profile prod-eu]`n[profile 'prod us']`n[sso-session prod]`n[services prod]"
            $credentials = Join-Path $TestDrive credentials
            Set-Content $credentials "[prod-keys]`n[o'brien]"
            $files = @{ AWS_CONFIG_FILE = $config; AWS_SHARED_CREDENTIALS_FILE = $credentials }
        }

        It 'offers the profiles of both files, quoted where PowerShell needs it, and nothing else' {
            Use-Environment $files {
                (Complete "$Command -ProfileName p").CompletionText | Should -Be "'prod us'", 'prod-eu', 'prod-keys'
                (Complete "$Command -ProfileName 'prod u").CompletionText | Should -Be "'prod us'"
                (Complete "$Command -ProfileName o").CompletionText | Should -Be "'o''brien'"
            }
        }

        It 'reads the files that -ProfileLocation or the session names' {
            $others = Join-Path $TestDrive others
            Set-Content $others "[elsewhere]"
            Use-Environment @{ AWS_CONFIG_FILE = $null; AWS_SHARED_CREDENTIALS_FILE = $null } {
                (Complete "$Command -ProfileLocation '$others' -ProfileName else").CompletionText |
                    Should -Be 'elsewhere'
                (Complete "$Command -ProfilesLocation '$others' -ProfileName else").CompletionText |
                    Should -Be 'elsewhere'
                Set-BRDefault -ProfileLocation $others
                (Complete "$Command -ProfileName else").CompletionText | Should -Be 'elsewhere'
                Clear-BRDefault
            }
        }

        It 'offers nothing of a file that cannot be read' {
            $broken = Join-Path $TestDrive broken
            Set-Content $broken '[prod'
            (Complete "$Command -ProfileLocation '$broken' -ProfileName zz").CompletionText | Should -BeNullOrEmpty
        }
    }
}
