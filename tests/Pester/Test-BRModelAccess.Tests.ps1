BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $endpoint = Start-TestEndpoint -SetDefault
    $nova = 'amazon.nova-lite-v1:0'
    $sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
}

AfterAll {
    $endpoint.Dispose()
    Clear-BRDefault
}

Describe 'Test-BRModelAccess' {
    BeforeEach {
        $endpoint.ClearRequests()
        $endpoint.ClearReplies()
    }

    It 'answers with one object that says where it asked' {
        $access = Test-BRModelAccess $nova -Region eu-central-1

        $access | Should -HaveCount 1
        $access | Should -BeOfType BedrockPS.ModelAccess
        $access.ModelId | Should -Be $nova
        $access.CanInvoke | Should -BeNullOrEmpty
        $access.Region, $access.RegionSource | Should -Be 'eu-central-1', '-Region'
        $access.Credentials | Should -BeLike 'none*'
        $access.Profiles[0] | Should -Be "eu.$nova"
        $access.Findings | Should -BeNullOrEmpty
        $endpoint.Requests.Operation | Should -Not -Contain 'Converse'
    }

    It 'proves it by a small call with -Invoke' {
        $access = Test-BRModelAccess $nova -Invoke

        $access.CanInvoke | Should -BeTrue
        $access.Trial.Succeeded | Should -BeTrue
        (Get-SentBody $endpoint).inferenceConfig.maxTokens | Should -BeLessOrEqual 16
    }

    It 'takes ids, objects and profiles from the pipeline, and reads the list of profiles once' {
        $all = @(
            $sonnet, 'no.such-model' | Test-BRModelAccess
            Get-BRFoundationModel *nova-m* | Test-BRModelAccess
            [pscustomobject] @{ InferenceProfileId = "eu.$nova" } | Test-BRModelAccess
        )

        $all.ModelId | Should -Be $sonnet, 'no.such-model', 'amazon.nova-micro-v1:0', "eu.$nova"
        $all.CanInvoke | Should -Be $null, $false, $null, $null
        @($endpoint.Requests | Where-Object Path -EQ '/inference-profiles?type=APPLICATION').Count | Should -Be 3
    }

    It 'says what cannot be one as an error, and goes on' {
        $silent = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
        $access = Test-BRModelAccess 'not an id', $nova @silent

        $access.ModelId | Should -Be $nova
        $failures | Should -HaveCount 1
        $failures[0].TargetObject | Should -Be 'not an id'
    }

    It 'asks the STS that <Where> names for the caller, knows the source of the keys, and shows no secret' -ForEach @(
        @{ Where = 'the environment' }, @{ Where = 'the profile' }
    ) {
        $keys = Get-LocalKey
        $sts = Start-BRLocalEndpoint -NoAuth
        $identity = '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">' +
            '<GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ops</Arn><UserId>U</UserId>' +
            '<Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>'
        Add-Reply $sts @{ Path = '/'; Body = $identity; ContentType = 'text/xml' }

        Set-Content $TestDrive/config "[default]`nservices = here`n[services here]`nsts =`n  endpoint_url = $($sts.Uri)"
        $variables = $Where -eq 'the profile' ? @{ AWS_CONFIG_FILE = "$TestDrive/config"; AWS_PROFILE = $null } :
            @{ AWS_ENDPOINT_URL_STS = "$($sts.Uri)" }

        $access = Use-Environment $variables {
            Test-BRModelAccess $nova -EndpointUrl $endpoint.Uri -Region us-east-1 @keys
        }

        $sts.Dispose()
        $access.Identity | Should -Be 'arn:aws:iam::111122223333:user/ops'
        $access.AccountId | Should -Be '111122223333'
        $access.Credentials | Should -Not -BeNullOrEmpty
        $endpoint.Requests.Signed | Should -Not -Contain $false
        $shown = "$($access | Out-String)$($access | ConvertTo-Json -Depth 9)"
        $shown | Should -Not -Match ([regex]::Escape($keys.SecretKey))
    }

    It 'does not ask AWS for a name where the endpoint is on this machine' {
        $keys = Get-LocalKey
        $access = Test-BRModelAccess $nova -EndpointUrl $endpoint.Uri -Region us-east-1 @keys

        $access.Identity | Should -BeNullOrEmpty
        $access.Findings | Should -BeNullOrEmpty
    }

    It 'finds <Cause>, which is no error' -ForEach @(
        @{ Cause = 'missing credentials'; With = '-Region us-east-1'; Says = 'CredentialsNotFound*'; Fix = '*Profile*' }
        @{ Cause = 'a missing region'; With = ''; Says = '*NotFound*'; Fix = '*Set-BRDefault*' }
        @{ Cause = 'a missing profile'; With = '-ProfileName nix'; Says = "ProfileNotFound*'nix'*"; Fix = '*Profile*' }
    ) {
        $shown = Invoke-NewShell @"
Get-ChildItem env:AWS_* | Remove-Item
`$env:AWS_EC2_METADATA_DISABLED = 'true'
`$env:HOME = `$env:USERPROFILE = '$TestDrive'
`$env:AWS_SHARED_CREDENTIALS_FILE = `$env:AWS_CONFIG_FILE = '$TestDrive/none'
Import-Module '$(Get-StagedManifest)'
Test-BRModelAccess $nova -Invoke $With -ErrorAction Stop | ConvertTo-Json -Depth 5
"@
        $access = $shown | ConvertFrom-Json

        $access.CanInvoke | Should -BeFalse
        $access.Findings | Should -HaveCount 1
        $access.Findings[0].Cause | Should -BeLike $Says
        $access.Findings[0].Fix | Should -BeLike $Fix
    }

    It 'finds an endpoint that nobody listens on' {
        $gone = Start-BRLocalEndpoint
        $gone.Dispose()

        $access = Test-BRModelAccess $nova -EndpointUrl $gone.Uri -MaxAttempts 1

        $access.CanInvoke | Should -BeNullOrEmpty
        $access.Findings[0].Cause | Should -BeLike 'ConnectionFailed*'
    }

    It 'does not hold against a model that calls go through a profile, and says through which' {
        $access = Test-BRModelAccess $sonnet -Invoke -Region eu-central-1

        $access.CanInvoke | Should -BeTrue
        $access.Findings | Should -HaveCount 1
        $access.Findings[0].Cause | Should -BeLike "*by its own id*: calls go to eu.$sonnet."
        $access.Findings[0].IsBlocking | Should -BeFalse
        $endpoint.Requests[-1].ModelId | Should -Be "eu.$sonnet"
    }

    It 'shows causes with their fixes, and only what is known' {
        Set-BRDefault -Geography jp
        $shown = Test-BRModelAccess $sonnet | Out-String -Width 200
        Clear-BRDefault -Name Geography

        $shown | Should -Match "$sonnet`: cannot be called"
        $shown | Should -Match '  X It cannot be called by its own id'
        $shown | Should -Match "    Use -ModelId us.$sonnet"
        $shown | Should -Not -Match 'identity|trial'
    }

    It 'is a row of a table too' {
        Set-BRDefault -Geography jp
        $lines = (Test-BRModelAccess $nova, $sonnet | Format-Table | Out-String -Width 120) -split "`n" -match '\w'

        Clear-BRDefault -Name Geography
        $lines | Should -HaveCount 3
        $lines[2] | Should -Match 'False .*ACTIVE .*by its own id'
    }

    It 'says in a CSV file what its lists hold' {
        $row = Test-BRModelAccess $sonnet | ConvertTo-Csv | ConvertFrom-Csv

        $row.Profiles | Should -Be "us.$sonnet; global.$sonnet"
        $row.Findings | Should -BeLike 'It cannot be called by its own id*'
    }

    It 'is left at once by Ctrl+C while the service is silent' {
        $silent = Start-BRLocalEndpoint
        Add-Reply $silent @{ Path = '/'; SilentAfterPieces = 0 }
        $shell = Start-Shell "Test-BRModelAccess $nova -EndpointUrl $($silent.Uri)"
        $null = $silent.WaitForRequest(0, [timespan] '0:0:20')

        (Stop-Shell $shell).TotalSeconds | Should -BeLessThan 1
        $silent.Dispose()
    }
}
