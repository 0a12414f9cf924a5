BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Keys, tokens and API keys' {
    BeforeAll {
        # Each value comes from the environment, so that the script that uses it does not hold it.
        $wrong = @{
            BR_KEY    = 'AKIDCANARY0000000001'
            BR_SECRET = 'canary/secret/of/the/test'
            BR_TOKEN  = 'canary-session-token-of-the-test'
            BR_BEARER = 'canary-bearer-of-the-test'
        }
        $right = @{
            BR_LOCAL_SECRET = [BedrockPS.LocalCredentials]::SecretKey
            BR_LOCAL_BEARER = [BedrockPS.LocalCredentials]::ApiKey
        }
        $script = @"
`$null = Start-Transcript '$TestDrive/transcript.txt'
Import-Module '$(Get-StagedManifest)'
# Not the session's own, which is asked without a signature unless the call names one.
`$endpoint = [BedrockPS.LocalEndpoint]::Start()
`$common = @{ ModelId = 'amazon.nova-micro-v1:0'; Region = 'us-east-1'; Verbose = `$true; Debug = `$true }
`$there = @{ EndpointUrl = `$endpoint.Uri }
`$nowhere = @{ EndpointUrl = 'http://127.0.0.1:1/'; MaxAttempts = 2 }
`$wrong = @{ AccessKey = `$env:BR_KEY; SecretKey = `$env:BR_SECRET; SessionToken = `$env:BR_TOKEN }
`$right = @{ AccessKey = [BedrockPS.LocalCredentials]::AccessKey; SecretKey = `$env:BR_LOCAL_SECRET }
`$expired = [BedrockPS.LocalReply] @{ ErrorCode = 'ExpiredTokenException' }
& {
    Invoke-BRConverse hi @common @there @right
    Invoke-BRConverse hi @common @there @wrong
    Invoke-BRConverse hi @common @nowhere @wrong
    Invoke-BRConverse hi @common @there -AccessKey `$env:BR_KEY
    `$endpoint.Enqueue(`$expired)
    Invoke-BRConverse hi @common @there @right -Stream
    `$env:AWS_BEARER_TOKEN_BEDROCK = `$env:BR_LOCAL_BEARER
    Invoke-BRConverse hi @common @there
    `$env:AWS_BEARER_TOKEN_BEDROCK = `$env:BR_BEARER
    Invoke-BRConverse hi @common @there
    Invoke-BRConverse hi @common @nowhere
    Remove-Item env:AWS_BEARER_TOKEN_BEDROCK
    Set-BRDefault -ApiKey (ConvertTo-SecureString `$env:BR_BEARER -AsPlainText) -Verbose -Debug
    Invoke-BRConverse hi @common @there
    Get-BRDefault | Format-List * -Force
    `$endpoint.Requests | Format-List * -Force
} *>&1 | Tee-Object -Variable all | Out-Host
`$null = Stop-Transcript
`$all | Out-String -Width 4000 | Set-Content '$TestDrive/streams.txt'
`$Error | Format-List * -Force | Out-String -Width 4000 | Set-Content '$TestDrive/errors.txt'
`$Error | ForEach-Object { `$_.Exception | Format-List * -Force } | Out-String -Width 4000 |
    Set-Content '$TestDrive/exceptions.txt'
[Management.Automation.PSSerializer]::Serialize(`$Error, 6) | Set-Content '$TestDrive/errors.xml'
'{0} answers, {1} errors' -f @(`$all | Where-Object { `$_ -is [BedrockPS.ConverseResponse] }).Count, `$Error.Count
"@
        $values = $wrong + $right
        $values.GetEnumerator() | ForEach-Object { Set-Item "env:$($_.Key)" $_.Value }
        try {
            $shown = Invoke-NewShell $script 2>$null
        }
        finally {
            $values.Keys | ForEach-Object { Remove-Item "env:$_" }
        }
    }

    It 'were used in calls that fail and in calls that succeed' {
        $shown[-1] | Should -Be '2 answers, 7 errors'
        Get-Content "$TestDrive/streams.txt" -Raw | Should -Match 'ConnectionFailed: attempt 2 follows'
    }

    It 'appear nowhere in <File>' -ForEach @(
        @{ File = 'transcript.txt' }, @{ File = 'streams.txt' }, @{ File = 'errors.txt' }
        @{ File = 'exceptions.txt' }, @{ File = 'errors.xml' }
    ) {
        # In one piece, whatever the width of the host.
        $text = (Get-Content (Join-Path $TestDrive $File)) -join ''

        $text | Should -Match 'security token included'
        foreach ($value in $values.Values) {
            $text.Contains($value) | Should -BeFalse -Because "$File must not hold a secret"
        }
    }
}
