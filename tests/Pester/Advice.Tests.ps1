# What ErrorDetails.RecommendedAction says, where the service is asked for it.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $nova = 'amazon.nova-lite-v1:0'
    $sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
    $silent = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
    $denial = 'User: arn:aws:sts::123456789012:assumed-role/ops/me is not authorized to perform: ' +
        "bedrock:{0} on resource: arn:aws:bedrock:{1}::foundation-model/$nova because no identity-based policy " +
        'allows the bedrock:{0} action'

    function Get-LookUp($Endpoint) {
        @($Endpoint.Requests | Where-Object Path -Like '/inference-profiles*')
    }
}

Describe 'Advice' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'names the profiles that could be called where none is allowed' {
        Invoke-BRConverse hi -ModelId $sonnet -Region eu-central-1 -Geography jp @silent

        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ValidationException,*'
        $action = $failures[0].ErrorDetails.RecommendedAction
        $action | Should -BeLike 'Allow one (-Geography eu or global, now jp;*'
        $action | Should -BeLike "*-ModelId eu.$sonnet."
    }

    It 'names the action, the profile and the model in each of its regions' {
        $message = $denial -f 'InvokeModelWithResponseStream', 'eu-west-3'
        Add-Reply $endpoint @{ ErrorCode = 'AccessDeniedException'; Message = $message }

        Invoke-BRConverse hi -ModelId "eu.$nova" -Stream @silent

        $failures | Should -HaveCount 1
        $failures[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
        $action = $failures[0].ErrorDetails.RecommendedAction
        $action | Should -BeLike 'Allow bedrock:InvokeModelWithResponseStream on *'
        $action | Should -BeLike "*arn:aws:bedrock:eu-central-1:000000000000:inference-profile/eu.$nova*"
        foreach ($region in 'eu-central-1', 'eu-west-1', 'eu-west-3', 'eu-north-1') {
            $action | Should -BeLike "*arn:aws:bedrock:${region}::foundation-model/$nova*"
        }

        $action | Should -BeLike "*New-BRIamPolicy -ModelId eu.$nova -Stream*"
    }

    It 'asks nobody where the failure tells all' {
        Add-Reply $endpoint @{ ErrorCode = 'AccessDeniedException'; Message = $denial -f 'InvokeModel', 'eu-west-1' }

        Invoke-BRConverse hi -ModelId $nova @silent

        $failures[0].ErrorDetails.RecommendedAction |
            Should -BeLike "Allow bedrock:InvokeModel on arn:aws:bedrock:eu-west-1::foundation-model/$nova.*"
        Get-LookUp $endpoint | Should -BeNullOrEmpty
    }

    It 'asks once for a model in a pipeline, and every item has its own record' {
        'a', 'b', 'c' | Invoke-BRConverse -ModelId $sonnet -Geography jp @silent

        $failures | Should -HaveCount 3
        $failures.TargetObject | Should -Be 'a', 'b', 'c'
        $failures.ErrorDetails.RecommendedAction | Select-Object -Unique | Should -HaveCount 1
        $failures[2].ErrorDetails.RecommendedAction | Should -BeLike "*-ModelId us.$sonnet*"
        @(Get-LookUp $endpoint | Where-Object Path -NotLike '*nextToken*') | Should -HaveCount 1
    }

    It 'says which permission is missing where the control plane refuses, and asks it once' {
        Add-Reply $endpoint @{ Path = '/inference-profiles'; ErrorCode = 'AccessDeniedException'; Times = 9 }

        'a', 'b' | Invoke-BRConverse -ModelId $sonnet @silent

        $failures | Should -HaveCount 2
        $failures[1].FullyQualifiedErrorId | Should -BeLike 'ValidationException,*'
        $failures[1].ErrorDetails.RecommendedAction | Should -BeLike 'Allow bedrock:ListInferenceProfiles*-ModelId.'
        Get-LookUp $endpoint | Should -HaveCount 1
    }

    It 'does not wait long for a control plane that is silent' {
        Add-Reply $endpoint @{ Path = '/inference-profiles'; SilentAfterPieces = 0 }

        $took = Measure-Command { Invoke-BRConverse hi -ModelId $sonnet @silent }

        $took.TotalSeconds | Should -BeLessThan 8
        $failures | Should -HaveCount 1
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*id of an inference profile*'
    }

    It 'is left at once by Ctrl+C' {
        Add-Reply $endpoint @{ Path = '/inference-profiles'; SilentAfterPieces = 0 }
        $shell = Start-Shell "Invoke-BRConverse hi -ModelId $sonnet -EndpointUrl $($endpoint.Uri)"
        $null = $endpoint.WaitForRequest(1, [timespan] '0:0:20')

        (Stop-Shell $shell).TotalSeconds | Should -BeLessThan 1
    }

    It 'does not leave for AWS where only the runtime has an endpoint of its own' {
        # Whatever would leave this machine would come to the proxy.
        $proxy = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $proxy.Start()
        $keys = Get-LocalKey
        $shown = Invoke-NewShell @"
`$env:HTTPS_PROXY = 'http://$($proxy.LocalEndpoint)'
`$env:AWS_ENDPOINT_URL_BEDROCK_RUNTIME = '$($endpoint.Uri)'
Import-Module '$(Get-StagedManifest)'
`$keys = @{ AccessKey = '$($keys.AccessKey)'; SecretKey = '$($keys.SecretKey)'; Region = 'us-east-1' }
`$null = Invoke-BRConverse hi -ModelId $sonnet @keys -ErrorAction SilentlyContinue -ErrorVariable failures
`$failures.ErrorDetails.RecommendedAction
"@
        $wasAsked = $proxy.Pending()
        $proxy.Stop()

        $shown | Should -BeLike '*AWS_ENDPOINT_URL_BEDROCK.'
        $wasAsked | Should -BeFalse
        $endpoint.Requests.Operation | Should -Be 'Converse'
    }

    It 'asks the control plane that the environment names, with the same keys' {
        Clear-BRDefault
        $keys = Get-LocalKey
        $variables = @{
            AWS_ENDPOINT_URL_BEDROCK_RUNTIME = "$($endpoint.Uri)"
            AWS_ENDPOINT_URL_BEDROCK         = "$($endpoint.Uri)"
        }
        $answer = Use-Environment $variables { Invoke-BRConverse hi -ModelId $sonnet -Region us-east-1 @keys }

        $answer.ResolvedModelId | Should -Be "us.$sonnet"
        $endpoint.Requests.Signed | Should -Not -Contain $false
    }

    It 'is there for a failure of the first step too' {
        $shown = Invoke-NewShell @"
Get-ChildItem env:AWS_* | Remove-Item
`$env:AWS_SHARED_CREDENTIALS_FILE = `$env:AWS_CONFIG_FILE = '$TestDrive/none'
`$env:AWS_EC2_METADATA_DISABLED = 'true'
Import-Module '$(Get-StagedManifest)'
try { Invoke-BRConverse hi -ModelId $nova } catch { `$_.FullyQualifiedErrorId; `$_.ErrorDetails.RecommendedAction }
"@
        $shown[0] | Should -BeLike 'RegionNotFound,*'
        $shown[1] | Should -BeLike 'Set-BRDefault -Region*'
    }
}
