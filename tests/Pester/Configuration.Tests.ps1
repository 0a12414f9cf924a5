BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    # An environment in which nothing but these files and variables speaks.
    function Use-Configuration([string] $Config, [hashtable] $Variable, [scriptblock] $Script) {
        $file = Join-Path $TestDrive config
        Set-Content $file $Config
        $clean = @{ AWS_CONFIG_FILE = $file; AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive none }
        Get-ChildItem env:AWS_* | Where-Object Name -NE AWS_CA_BUNDLE | ForEach-Object { $clean[$_.Name] ??= $null }
        foreach ($name in $Variable.Keys) {
            $clean[$name] = $Variable[$name]
        }

        Use-Environment $clean $Script
    }
}

Describe 'What environment and profile say' {
    BeforeEach {
        Clear-BRDefault
        $endpoint = Start-BRLocalEndpoint
        $keys = "aws_access_key_id = $([BedrockPS.LocalCredentials]::AccessKey)
aws_secret_access_key = $([BedrockPS.LocalCredentials]::SecretKey)"
        $ask = @{ ModelId = 'amazon.nova-micro-v1:0'; Message = 'hi' }
        $throttled = @{ ErrorCode = 'ThrottlingException' }
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    Context 'of the endpoint' {
        It 'sends a profile''s calls where its services say, signed for its region' {
            $config = "[profile ops]`n$keys`nregion = ap-southeast-2
services = here
[services here]
bedrock_runtime =
  endpoint_url = $($endpoint.Uri)"

            $answer = Use-Configuration $config @{} { Invoke-BRConverse @ask -ProfileName ops }

            $answer.StopReason | Should -Be 'end_turn'
            $endpoint.Requests[0].Signed | Should -BeTrue
            $endpoint.Requests[0].Headers['authorization'] | Should -Match '/ap-southeast-2/bedrock/aws4_request'
        }

        It 'shows in a request where a profile sends it' {
            $config = "[profile vpc]`nregion = us-east-1
endpoint_url = https://vpce-0a1b.bedrock-runtime.us-east-1.vpce.amazonaws.com"

            $shown = Use-Configuration $config @{} { Invoke-BRConverse @ask -ProfileName vpc -AsRequest }

            "$($shown.Url)" | Should -BeLike 'https://vpce-0a1b.bedrock-runtime.us-east-1.vpce.amazonaws.com/model/*'
        }

        It 'shows the FIPS endpoint of a GovCloud region' {
            $set = @{ AWS_USE_FIPS_ENDPOINT = 'true'; AWS_REGION = 'us-gov-west-1' }

            $shown = Use-Configuration '' $set { Invoke-BRConverse @ask -AsRequest }

            "$($shown.Url)" | Should -BeLike 'https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com/*'
        }

        It 'refuses FIPS together with <Where>, and names both' -ForEach @(
            @{ Where = '-EndpointUrl'; Given = @{ EndpointUrl = 'https://bedrock.example' }; Set = @{} }
            @{ Where = 'AWS_ENDPOINT_URL'; Given = @{}; Set = @{ AWS_ENDPOINT_URL = 'https://bedrock.example' } }
        ) {
            $config = "[default]`nuse_fips_endpoint = true`nregion = us-east-1`n$keys"

            $failure = Use-Configuration $config $Set {
                { Invoke-BRConverse @ask @Given } | Should -Throw -ErrorId 'InvalidRequest,*' -PassThru
            }

            $failure.Exception.Message | Should -BeLike "*profile 'default'*$Where*https://bedrock.example*"
        }

        It 'leaves an endpoint of this session alone, signed or not' {
            Set-BRDefault -EndpointUrl $endpoint.Uri
            $set = @{ AWS_USE_FIPS_ENDPOINT = 'true'; AWS_USE_DUALSTACK_ENDPOINT = 'true' }
            $key = Get-LocalKey

            $answers = Use-Configuration '' $set {
                Invoke-BRConverse @ask
                Invoke-BRConverse @ask @key -Region us-east-1
            }

            $answers.StopReason | Should -Be 'end_turn', 'end_turn'
        }
    }

    Context 'of attempts' {
        It 'counts <Expected> where <Where> says so' -ForEach @(
            @{ Where = 'AWS_MAX_ATTEMPTS'; Set = @{ AWS_MAX_ATTEMPTS = '1' }; Given = @{}; Expected = 1 }
            @{ Where = 'the session'; Set = @{ AWS_MAX_ATTEMPTS = '3' }; Session = 1; Given = @{}; Expected = 1 }
            @{ Where = 'the call'; Set = @{ AWS_MAX_ATTEMPTS = '1' }; Session = 1; Given = @{ MaxAttempts = 2 }
                Expected = 2 }
        ) {
            if ($Session) {
                Set-BRDefault -MaxAttempts $Session
            }

            1..3 | ForEach-Object { Add-Reply $endpoint $throttled }

            Use-Configuration '' $Set {
                Invoke-BRConverse @ask @Given -EndpointUrl $endpoint.Uri -ErrorAction SilentlyContinue
            }

            $endpoint.Requests | Should -HaveCount $Expected
        }

        It 'counts what the profile says' {
            1..3 | ForEach-Object { Add-Reply $endpoint $throttled }
            $config = "[profile once]`nregion = us-east-1`nmax_attempts = 1`n$keys"

            Use-Configuration $config @{} {
                Invoke-BRConverse @ask -ProfileName once -EndpointUrl $endpoint.Uri -ErrorAction SilentlyContinue
            }

            $endpoint.Requests | Should -HaveCount 1
        }

        It 'refuses a number that is none before anything is sent' {
            Use-Configuration '' @{ AWS_MAX_ATTEMPTS = 'often' } {
                { Invoke-BRConverse @ask -EndpointUrl $endpoint.Uri } |
                    Should -Throw -ErrorId 'InvalidRequest,*' -ExpectedMessage "*AWS_MAX_ATTEMPTS is 'often'*"
            }

            $endpoint.Requests | Should -HaveCount 0
        }
    }

    Context 'of certificates' {
        It 'names the missing file and the setting, for https only' {
            $config = "[default]`nregion = us-east-1`nca_bundle = /no/such/ca.pem`n$keys"
            Use-Configuration $config @{ AWS_CA_BUNDLE = $null } {
                { Invoke-BRConverse @ask -EndpointUrl https://127.0.0.1:1 -Region us-east-1 -ProfileName default } |
                    Should -Throw -ErrorId 'InvalidRequest,*' -ExpectedMessage "*ca.pem*profile 'default'*"
                (Invoke-BRConverse @ask -EndpointUrl $endpoint.Uri).StopReason | Should -Be 'end_turn'
            }
        }
    }

    It 'loads nothing of AWSSDK for an unsigned local endpoint' {
        $loaded = Invoke-NewShell @"
Get-ChildItem env:AWS_* | Remove-Item
`$env:AWS_MAX_ATTEMPTS = '2'; `$env:AWS_USE_FIPS_ENDPOINT = 'true'
Import-Module '$(Get-StagedManifest)'
`$null = Start-BRLocalEndpoint -SetDefault
(Invoke-BRConverse hi).StopReason
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match 'AWSSDK|BedrockPS.Aws' }).Count
"@
        $loaded | Should -Be 'end_turn', '0'
    }
}
