BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    Import-TestServer
}

Describe 'A profile' {
    BeforeAll {
        $key = [BedrockPS.LocalCredentials]::AccessKey
        $secret = [BedrockPS.LocalCredentials]::SecretKey
        $role = 'arn:aws:iam::111122223333:role/Ops'
        $empty = New-Item $TestDrive/credentials -Force
    }

    BeforeEach {
        Clear-BRDefault
        $endpoint = Start-BRLocalEndpoint
        $sts = [BedrockPS.TestServers.StsServer]::new($null)
        $sts.AddUser('AKIDBASE', 'base-secret', 'arn:aws:iam::111122223333:user/u')
        $sts.Grant($key, $secret)
        $container = [BedrockPS.TestServers.MachineServer]::Start('AKIDBASE', 'base-secret', '2999-01-01T00:00:00Z')
        $config = "$TestDrive/config-$([guid]::NewGuid())"
        $variables = @{
            AWS_CONFIG_FILE = $config; AWS_SHARED_CREDENTIALS_FILE = $empty.FullName; AWS_PROFILE = $null
            AWS_ACCESS_KEY_ID = $null; AWS_EC2_METADATA_DISABLED = 'true'; AWS_ENDPOINT_URL_STS = $sts.Uri
            AWS_CONTAINER_CREDENTIALS_FULL_URI = $container.Uri
        }
        $call = @{ ModelId = 'amazon.nova-micro-v1:0'; Region = 'eu-west-1'; EndpointUrl = $endpoint.Uri }
        $call.ProfileName = 'ops'
        $base = "[profile base]`naws_access_key_id = AKIDBASE`naws_secret_access_key = base-secret"
    }

    AfterEach {
        $endpoint.Dispose()
        $sts.Dispose()
        $container.Dispose()
        Clear-BRDefault
    }

    It 'of <Kind> signs a call' -ForEach @(
        @{ Kind = 'keys'; Lines = { "aws_access_key_id = $key`naws_secret_access_key = $secret" } }
        @{ Kind = 'a role'; Lines = { "role_arn = $role`nsource_profile = base" } }
        @{ Kind = 'a web identity'; Lines = {
                Set-Content $TestDrive/token identity-token
                "role_arn = $role`nweb_identity_token_file = $TestDrive/token" } }
        @{ Kind = 'a role through a container'; Lines = { "role_arn = $role`ncredential_source = EcsContainer" } }
        @{ Kind = 'a process'; Skip = $IsWindows; Lines = {
                $keys = @{ Version = 1; AccessKeyId = $key; SecretAccessKey = $secret }
                $keys | ConvertTo-Json | Set-Content $TestDrive/keys
                "credential_process = cat $TestDrive/keys" } }
    ) {
        if ($Skip) {
            Set-ItResult -Skipped -Because 'it needs a POSIX shell'
        }

        Set-Content $config ("[profile ops]", (& $Lines), $base -join "`n")
        Use-Environment $variables {
            (Invoke-BRConverse hi @call -ErrorAction Stop).StopReason | Should -Be 'end_turn'
        }

        $endpoint.Requests[0].Signed | Should -BeTrue
    }

    It 'is read from a -ProfileLocation that is written as seen from the session''s location' {
        Set-Content $TestDrive/others "[ops]`naws_access_key_id = $key`naws_secret_access_key = $secret"
        Push-Location $TestDrive
        try {
            (Invoke-BRConverse hi @call -ProfileLocation ./others -ErrorAction Stop).StopReason | Should -Be 'end_turn'
            Set-BRDefault -ProfileLocation others
        }
        finally {
            Pop-Location
        }

        (Invoke-BRConverse hi @call -ErrorAction Stop).StopReason | Should -Be 'end_turn'
        $endpoint.Requests.Signed | Should -Be $true, $true
    }

    It 'of a role asks STS once for many commands of a session' {
        Set-Content $config "[profile ops]`nrole_arn = $role`nsource_profile = base`n$base"
        Use-Environment $variables {
            1..3 | ForEach-Object { $null = Invoke-BRConverse hi @call -ErrorAction Stop }
        }

        $sts.Requests.Count | Should -Be 1
        $endpoint.Requests.Count | Should -Be 3
    }

    It 'of a role with an MFA device fails at once where nobody can be asked' {
        $device = 'mfa_serial = arn:aws:iam::1:mfa/u'
        Set-Content $config "[profile ops]`nrole_arn = $role`nsource_profile = base`n$device`n$base"
        $shell = Use-Environment $variables {
            $started = Start-Shell 'param($call) Invoke-BRConverse hi @call' $call
            $null = $started.Running.AsyncWaitHandle.WaitOne(20000)
            $started.Shell
        }

        $failure = $shell.Streams.Error[0]
        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidCredentials,*'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $failure.Exception.Message | Should -BeLike '*arn:aws:iam::1:mfa/u*nobody is here*'
        $sts.Requests.Count | Should -Be 0
        $shell.Dispose()
    }

    It 'of a role that is refused is one error without a secret' {
        $sts.ExternalId = 'another'
        Set-Content $config "[profile ops]`nrole_arn = $role`nsource_profile = base`n$base"
        Use-Environment $variables {
            Invoke-BRConverse hi @call -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures.Count | Should -Be 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidCredentials,*'
            $failures[0].Exception.Message | Should -BeLike "*$role*profile 'ops'*AccessDenied*profile 'base'*"
            $failures | Format-List * -Force | Out-String | Should -Not -Match 'base-secret'
        }

        $endpoint.Requests.Count | Should -Be 0
    }
}
