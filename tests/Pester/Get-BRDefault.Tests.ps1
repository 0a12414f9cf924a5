BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    Import-TestServer
}

Describe 'Get-BRDefault' {
    BeforeAll {
        $config = "$TestDrive/config"
        Set-Content $config @'
[default]
region = eu-west-1
[profile base]
aws_access_key_id = AKIDBASE00001234
aws_secret_access_key = base-secret
region = eu-west-2
[profile ops]
role_arn = arn:aws:iam::111122223333:role/Ops
source_profile = base
region = eu-central-1
max_attempts = 5
use_fips_endpoint = true
'@
        $empty = New-Item $TestDrive/credentials -Force
        $variables = @{
            AWS_CONFIG_FILE = $config; AWS_SHARED_CREDENTIALS_FILE = $empty.FullName; AWS_PROFILE = $null
            AWS_REGION = $null; AWS_DEFAULT_REGION = $null; AWS_ACCESS_KEY_ID = $null; AWS_SECRET_ACCESS_KEY = $null
            AWS_SESSION_TOKEN = $null; AWS_BEARER_TOKEN_BEDROCK = $null; AWS_MAX_ATTEMPTS = $null
            AWS_EC2_METADATA_DISABLED = 'true'; AWS_ENDPOINT_URL_STS = $null
        }

        # In an environment of its own, with a few more variables.
        function Get-Shown([hashtable] $With = @{}, [hashtable] $Parameter = @{}) {
            $all = $variables.Clone()
            $With.Keys | ForEach-Object { $all[$_] = $With[$_] }
            Use-Environment $all { Get-BRDefault @Parameter }
        }
    }

    BeforeEach {
        Clear-BRDefault
    }

    AfterAll {
        Clear-BRDefault
    }

    It 'says of <Name> that it is <Value>, from <Source>' -ForEach @(
        @{ Name = 'ModelId'; Value = 'a.model'; Source = 'Set-BRDefault'; Default = @{ ModelId = 'a.model' } }
        @{ Name = 'Region'; Value = 'eu-west-1'; Source = "profile 'default'" }
        @{ Name = 'Region'; Value = 'eu-north-1'; Source = 'AWS_REGION'; With = @{ AWS_REGION = 'eu-north-1' } }
        @{ Name = 'Region'; Value = 'us-east-1'; Source = '-Region'; Parameter = @{ Region = 'us-east-1' } }
        @{ Name = 'Region'; Value = 'us-west-2'; Source = 'Set-BRDefault -Region'; Default = @{ Region = 'us-west-2' } }
        @{ Name = 'Region'; Value = 'eu-central-1'; Source = "profile 'ops'"; With = @{ AWS_PROFILE = 'ops' } }
        @{ Name = 'ProfileName'; Value = 'ops'; Source = 'AWS_PROFILE'; With = @{ AWS_PROFILE = 'ops' } }
        @{ Name = 'ProfileName'; Value = 'ops'; Source = 'Set-BRDefault'; Default = @{ ProfileName = 'ops' } }
        @{ Name = 'EndpointUrl'; Value = 'https://bedrock-runtime.eu-west-1.amazonaws.com/'; Source = 'the region' }
        @{ Name = 'ControlPlaneUrl'; Value = 'https://bedrock.eu-west-1.amazonaws.com/'; Source = 'the region' }
        @{ Name = 'EndpointUrl'; Value = 'https://bedrock-runtime-fips.eu-central-1.amazonaws.com/'
            Source = "the region, profile 'ops'"; With = @{ AWS_PROFILE = 'ops' } }
        @{ Name = 'EndpointUrl'; Value = 'https://vpce.example/'; Source = 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME'
            With = @{ AWS_ENDPOINT_URL_BEDROCK_RUNTIME = 'https://vpce.example' } }
        @{ Name = 'MaxAttempts'; Value = 3; Source = 'built in' }
        @{ Name = 'MaxAttempts'; Value = 5; Source = "profile 'ops'"; With = @{ AWS_PROFILE = 'ops' } }
        @{ Name = 'MaxAttempts'; Value = 7; Source = 'AWS_MAX_ATTEMPTS'; With = @{ AWS_MAX_ATTEMPTS = '7' } }
        @{ Name = 'MaxAttempts'; Value = 2; Source = 'Set-BRDefault'; Default = @{ MaxAttempts = 2 }
            With = @{ AWS_MAX_ATTEMPTS = '7' } }
        @{ Name = 'TimeoutSec'; Value = 600; Source = 'built in' }
        @{ Name = 'Temperature'; Value = 0; Source = 'Set-BRDefault'; Default = @{ Temperature = 0 } }
    ) {
        $default = $Default ?? @{}
        Set-BRDefault @default
        $shown = Get-Shown ($With ?? @{}) ($Parameter ?? @{})

        "$($shown.$Name)" | Should -Be "$Value"
        $shown.Sources[$Name] | Should -Be $Source
    }

    It 'says who would sign: <Says>' -ForEach @(
        @{ Says = '-AccessKey'; Key = '****5678'
            Parameter = @{ AccessKey = 'AKIDGIVEN00005678'; SecretKey = 's' } }
        @{ Says = "profile 'base' (-ProfileName)"; Key = '****1234'; Parameter = @{ ProfileName = 'base' } }
        @{ Says = "profile 'base' (Set-BRDefault -ProfileName)"; Key = '****1234'; Default = @{ ProfileName = 'base' } }
        @{ Says = "profile 'ops' (AWS_PROFILE): role arn:aws:iam::111122223333:role/Ops through profile 'base'"
            With = @{ AWS_PROFILE = 'ops' } }
        @{ Says = 'AWS_ACCESS_KEY_ID'; Key = '****9999'
            With = @{ AWS_ACCESS_KEY_ID = 'AKIDENVIRONMENT9999'; AWS_SECRET_ACCESS_KEY = 's' } }
        @{ Says = 'the API key of AWS_BEARER_TOKEN_BEDROCK'; With = @{ AWS_BEARER_TOKEN_BEDROCK = 'secret-api-key' } }
        @{ Says = 'the role of this machine, if it has one: only a call asks'
            With = @{ AWS_EC2_METADATA_DISABLED = $null } }
    ) {
        $default = $Default ?? @{}
        Set-BRDefault @default
        $shown = Get-Shown ($With ?? @{}) ($Parameter ?? @{})

        $shown.Credentials | Should -Be $Says
        $shown.AccessKey | Should -Be $Key
        $shown.Problems | Should -BeNullOrEmpty
        $all = ($shown | Format-List * | Out-String) + ($shown | ConvertTo-Json)
        $all | Should -Not -Match 'secret-api-key|base-secret'
    }

    It 'names what would keep a call from being sent, and is no error' {
        $shown = Get-Shown @{ AWS_PROFILE = 'nobody' } @{ ErrorAction = 'Stop' }

        $shown.Problems | Should -HaveCount 1
        $shown.Problems[0] | Should -BeLike "*no profile 'nobody'*aws configure*"
        $shown.MaxAttempts | Should -Be 3
    }

    It 'shows an endpoint of the session, which needs nobody to sign, without loading the AWS SDK' {
        $shown = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
`$endpoint = Start-BRLocalEndpoint -SetDefault
`$shown = Get-BRDefault
`$shown.EndpointUrl -eq `$endpoint.Uri
`$shown.Sources['EndpointUrl'], `$shown.Sources['ModelId'], `$shown.Credentials
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match 'AWSSDK|BedrockPS.Aws' }).Count
"@
        $shown | Should -Be 'True', 'Start-BRLocalEndpoint', 'Start-BRLocalEndpoint',
            'none needed: the endpoint is on this machine', '0'
    }

    It 'asks AWS who it is only with -Identity' {
        $sts = [BedrockPS.TestServers.StsServer]::new($null)
        $sts.AddUser('AKIDBASE00001234', 'base-secret', 'arn:aws:iam::111122223333:user/u')
        $with = @{ AWS_ENDPOINT_URL_STS = $sts.Uri; AWS_PROFILE = 'ops' }

        (Get-Shown $with).AccountId | Should -BeNullOrEmpty
        $sts.Requests | Should -BeNullOrEmpty
        $asked = Get-Shown $with @{ Identity = $true }
        $asked.AccountId | Should -Be '111122223333'
        $asked.Arn | Should -BeLike 'arn:aws:sts::111122223333:assumed-role/Ops/*'
        $sts.Dispose()
    }

    It 'shows the rest where AWS does not know who it is' {
        $sts = [BedrockPS.TestServers.StsServer]::new($null)
        $with = @{ AWS_ENDPOINT_URL_STS = $sts.Uri; AWS_PROFILE = 'base'; AWS_REGION = 'eu-west-1' }
        $silent = @{ Identity = $true; ErrorVariable = '+script:failures'; ErrorAction = 'SilentlyContinue' }
        $script:failures = @()
        $shown = Get-Shown $with $silent
        $sts.Dispose()

        $shown.Region | Should -Be 'eu-west-1'
        $script:failures | Should -HaveCount 1
        $script:failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidCredentials,*'
    }

    It 'says why nobody can be asked' {
        $failure = $null
        $with = @{ AWS_PROFILE = 'nobody'; AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/none" }
        try { $null = Get-Shown $with @{ Identity = $true; ErrorAction = 'Stop' } } catch { $failure = "$_" }

        $failure | Should -BeLike "*no profile 'nobody'*(no such file)*"
        $failure | Should -Not -BeLike '*..'
    }

    It 'reads as a list in which each value has its place' {
        $text = Get-Shown @{ AWS_PROFILE = 'ops' } | Out-String -Width 200

        $text -replace '\x1b\[[\d;]*m' | Should -Match "(?m)^Region +: eu-central-1  \(profile 'ops'\)\r?$"
        $text | Should -Not -Match 'Temperature'
    }

    It 'gives a copy: changing it later does not change the session' {
        $before = Get-Shown
        Set-BRDefault -ModelId a.model

        $before.ModelId | Should -BeNullOrEmpty
    }
}
