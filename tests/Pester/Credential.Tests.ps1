BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Who proves a call' {
    BeforeEach {
        Clear-BRDefault
        $endpoint = Start-BRLocalEndpoint
        $key = [BedrockPS.LocalCredentials]::AccessKey
        $secret = [BedrockPS.LocalCredentials]::SecretKey
        $call = @{ ModelId = 'amazon.nova-micro-v1:0'; Region = 'eu-west-1'; EndpointUrl = $endpoint.Uri }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    Context '-Credential' {
        It 'takes <What>' -ForEach @(
            @{ What = 'a hashtable of STS''s names'; Make = { @{ AccessKeyId = $key; SecretAccessKey = $secret } } }
            @{ What = 'an object as AWS.Tools names its keys'; Make = {
                    [pscustomobject] @{ AccessKey = $key; SecretKey = $secret; Token = 'token' } } }
            @{ What = 'what assuming a role returned'; Make = {
                    [pscustomobject] @{ AssumedRoleUser = 'x'; Credentials = [pscustomobject] @{
                            AccessKeyId = $key; SecretAccessKey = $secret; SessionToken = 'token' } } } }
            @{ What = 'the JSON of aws configure export-credentials'; Make = {
                    "{""Version"":1,""AccessKeyId"":""$key"",""SecretAccessKey"":""$secret""}" | ConvertFrom-Json } }
            @{ What = 'a PSCredential of keys'; Make = {
                    [pscredential]::new($key, (ConvertTo-SecureString $secret -AsPlainText)) } }
            @{ What = 'a secret in a SecureString'; Make = {
                    @{ AccessKey = $key; SecretKey = ConvertTo-SecureString $secret -AsPlainText } } }
        ) {
            $answer = Invoke-BRConverse hi -Credential (& $Make) @call -ErrorAction Stop

            $answer.StopReason | Should -Be 'end_turn'
            $endpoint.Requests[0].Signed | Should -BeTrue
        }

        It 'refuses <What> before anything is sent' -ForEach @(
            @{ What = 'a text'; Value = 'production'; Says = '*-ProfileName*' }
            @{ What = 'an object without keys'; Value = (Get-Date); Says = '*DateTime without AccessKey*SecretKey*' }
            @{ What = 'half a pair'; Value = @{ AccessKey = 'AKID' }; Says = '*without AccessKey and SecretKey*' }
        ) {
            $failure = { Invoke-BRConverse hi -Credential $Value @call } |
                Should -Throw -ErrorId 'InvalidCredentials,*' -PassThru

            $failure.Exception.Message | Should -BeLike $Says
            $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
            $endpoint.Requests.Count | Should -Be 0
        }

        It 'of an AWS SDK that gives up on them by itself is an error like any other' {
            $shown = Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
Add-Type -WarningAction Ignore 'namespace Amazon.Runtime {
    using System.Threading.Tasks;
    public class AWSCredentials {
        public Task<object> GetCredentialsAsync() {
            return Task.FromException<object>(new TaskCanceledException("the metadata is late")); } } }'
Invoke-BRConverse hi -ModelId m -Region eu-west-1 -EndpointUrl $($endpoint.Uri) ``
    -Credential ([Amazon.Runtime.AWSCredentials]::new()) -ErrorAction SilentlyContinue -ErrorVariable failures
`$failures.FullyQualifiedErrorId
"@

            $shown | Should -Be 'InvalidCredentials,BedrockPS.Cmdlets.InvokeBRConverseCommand'
        }

        It 'comes after keys and before what the session says' {
            Set-BRDefault -AccessKey AKIDSESSION -SecretKey s
            $right = @{ AccessKey = $key; SecretKey = $secret }

            (Invoke-BRConverse hi -Credential $right @call).StopReason | Should -Be 'end_turn'
            $wrong = @{ AccessKey = 'AKIDWRONG'; SecretKey = $secret }
            (Invoke-BRConverse hi -Credential $wrong @right @call).StopReason | Should -Be 'end_turn'
        }
    }

    Context 'The session''s defaults' {
        It 'sign with <What>' -ForEach @(
            @{ What = 'keys'; Default = { @{ AccessKey = $key; SecretKey = $secret } } }
            @{ What = 'an object'; Default = { @{ Credential = @{ AccessKey = $key; SecretKey = $secret } } } }
        ) {
            $default = & $Default
            Set-BRDefault @default
            $other = [BedrockPS.LocalEndpoint]::Start([BedrockPS.LocalEndpointOptions]::new())
            $call.EndpointUrl = $other.Uri

            (Invoke-BRConverse hi @call).StopReason | Should -Be 'end_turn'
            $other.Requests[0].Signed | Should -BeTrue
            $other.Dispose()
        }

        It 'leave the endpoint of this session unsigned' {
            Set-BRDefault -AccessKey AKIDOTHER -SecretKey s

            (Invoke-BRConverse hi @call).StopReason | Should -Be 'end_turn'
            $endpoint.Requests[0].Signed | Should -BeFalse
        }

        It 'take one way to prove a call at a time, the last that was given' {
            Set-BRDefault -ProfileName a
            Set-BRDefault -AccessKey AKID -SecretKey s
            (Get-BRDefault).ProfileName | Should -BeNullOrEmpty

            { Set-BRDefault -ProfileName a -AccessKey AKID -SecretKey s -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRequest,*'
            { Set-BRDefault -AccessKey AKID -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidCredentials,*'
        }

        It 'are shown without their secrets' {
            Set-BRDefault -AccessKey AKIDSHOWN -SecretKey not-to-be-shown -SessionToken neither-this
            $shown = "$(Get-BRDefault | Format-List * -Force | Out-String)$(Get-BRDefault | ConvertTo-Json -Depth 9)"

            $shown | Should -Not -Match 'not-to-be-shown|neither-this'
        }
    }

    Context 'A Bedrock API key' {
        BeforeAll {
            $local = [BedrockPS.LocalCredentials]::ApiKey
        }

        It 'of the session is presented, and not signed' {
            Set-BRDefault -ApiKey (ConvertTo-SecureString $local -AsPlainText)
            $other = [BedrockPS.LocalEndpoint]::Start([BedrockPS.LocalEndpointOptions]::new())
            $call.EndpointUrl = $other.Uri

            (Invoke-BRConverse hi @call).StopReason | Should -Be 'end_turn'
            $other.Requests[0].Headers['authorization'] | Should -Be 'Bearer ***'
            $other.Dispose()
        }

        It 'of the environment is presented, and yields to keys that the call names' {
            $other = [BedrockPS.LocalEndpoint]::Start([BedrockPS.LocalEndpointOptions]::new())
            $call.EndpointUrl = $other.Uri
            Use-Environment @{ AWS_BEARER_TOKEN_BEDROCK = "$local`n"; AWS_ACCESS_KEY_ID = 'AKIDENV' } {
                (Invoke-BRConverse hi @call).StopReason | Should -Be 'end_turn'
                $keys = Get-LocalKey
                (Invoke-BRConverse hi @call @keys).StopReason | Should -Be 'end_turn'
            }

            $other.Requests[0].Headers['authorization'] | Should -Be 'Bearer ***'
            $other.Requests[1].Signed | Should -BeTrue
            $other.Dispose()
        }

        It 'that is wrong is an error that does not show it' {
            Use-Environment @{ AWS_BEARER_TOKEN_BEDROCK = 'my-wrong-key' } {
                $other = [BedrockPS.LocalEndpoint]::Start([BedrockPS.LocalEndpointOptions]::new())
                $call.EndpointUrl = $other.Uri
                Invoke-BRConverse hi @call -ErrorVariable failures -ErrorAction SilentlyContinue
                $other.Dispose()
                $failures[0].FullyQualifiedErrorId | Should -BeLike 'AccessDeniedException,*'
                $failures | Format-List * -Force | Out-String | Should -Not -Match 'my-wrong-key'
            }
        }

        It 'is sent to nobody in the clear' {
            Set-BRDefault -ApiKey (ConvertTo-SecureString 'a-key' -AsPlainText)
            $call.EndpointUrl = 'http://bedrock.invalid'
            Invoke-BRConverse hi @call -ErrorVariable failures -ErrorAction SilentlyContinue

            $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
            $failures[0].Exception.Message | Should -BeLike '*http://bedrock.invalid*https*'
            $failures | Format-List * -Force | Out-String | Should -Not -Match 'a-key'
        }
    }
}

Describe 'Beside AWS.Tools, imported <Order>' -ForEach @(
    @{ Order = 'before'; Imports = { (Get-ForeignModule), (Get-StagedManifest) } }
    @{ Order = 'after'; Imports = { (Get-StagedManifest), (Get-ForeignModule) } }
) {
    BeforeAll {
        $modules = & $Imports
        $prologue = @"
`$ErrorActionPreference = 'Stop'
Import-Module '$($modules[0])'
Import-Module '$($modules[1])'
`$key = [BedrockPS.LocalCredentials]::AccessKey
`$secret = [BedrockPS.LocalCredentials]::SecretKey
`$endpoint = [BedrockPS.LocalEndpoint]::Start([BedrockPS.LocalEndpointOptions]::new())
`$env:AWS_ENDPOINT_URL = `$endpoint.Uri
`$env:AWS_ACCESS_KEY_ID = 'AKIDENVIRONMENT'
`$env:AWS_SECRET_ACCESS_KEY = 'environment'
`$StoredAWSRegion = 'eu-central-1'
`$call = @{ ModelId = 'amazon.nova-micro-v1:0' }
"@
    }

    It 'signs with what Set-AWSCredential stored, with keys read anew for each call' {
        $shown = Invoke-NewShell @"
$prologue
`$stored, `$inner = Set-ForeignCredential -SecretKey `$secret -AccessKey `$key, `$key, AKIDNEXT -PassThru
(Invoke-BRConverse hi @call).StopReason
(Invoke-BRConverse hi @call).StopReason
try { Invoke-BRConverse hi @call } catch { `$_.FullyQualifiedErrorId }
`$inner.Reads
`$endpoint.Requests[0].Headers['authorization'] -match '/eu-central-1/bedrock/'
"@
        $refused = 'UnrecognizedClientException,BedrockPS.Cmdlets.InvokeBRConverseCommand'
        $shown | Should -Be 'end_turn', 'end_turn', $refused, '3', 'True'
    }

    It 'takes its credentials as -Credential' {
        $shown = Invoke-NewShell @"
$prologue
`$stored, `$inner = Set-ForeignCredential -SecretKey `$secret -AccessKey `$key -PassThru
`$StoredAWSCredentials = `$null
`$global:StoredAWSCredentials = `$null
(Invoke-BRConverse hi @call -Credential `$stored).StopReason
(Invoke-BRConverse hi @call -Credential `$inner).StopReason
Set-BRDefault -Credential `$inner
(Invoke-BRConverse hi @call).StopReason
"@
        $shown | Should -Be 'end_turn', 'end_turn', 'end_turn'
    }

    It 'shows no secret when its credentials fail' {
        $shown = Invoke-NewShell @"
$prologue
`$null = Set-ForeignCredential -SecretKey wrong-secret -AccessKey `$key
`$ErrorActionPreference = 'SilentlyContinue'
Invoke-BRConverse hi @call
`$Error[0].FullyQualifiedErrorId
(`$Error | Format-List * -Force | Out-String) -match 'wrong-secret'
"@
        $shown | Should -Be 'InvalidSignatureException,BedrockPS.Cmdlets.InvokeBRConverseCommand', 'False'
    }
}
