# docs/errors.md, row by row, through the real module: the error id and the category that users branch on.

BeforeDiscovery {
    # The only table with these columns, each row as an object with their names.
    function Read-Table([string[]] $Column) {
        $lines = Get-Content (Join-Path $PSScriptRoot '../../docs/errors.md')
        $start = $lines.IndexOf("| $($Column -join ' | ') |")
        for ($i = $start + 2; $lines[$i] -like '|*'; $i++) {
            $cells = $lines[$i].Trim('|').Split('|').Trim().Replace('`', '')
            $row = @{}
            0..($Column.Count - 1) | ForEach-Object { $row[$Column[$_].Replace(' ', '')] = $cells[$_] }
            $row
        }
    }

    $service = Read-Table 'Error id', HTTP, 'In a stream', When, Category, 'Tried again', Sends, 'What to do'
    $client = Read-Table 'Error id', When, Category, 'Tried again', 'What to do'
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'The errors that docs/errors.md lists' {
    BeforeAll {
        function Get-Failure([hashtable] $Reply, [hashtable] $With = @{}) {
            Add-Reply $endpoint $Reply
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            Invoke-BRConverse hi -MaxAttempts 1 @silent @With 6>$null | Should -BeNullOrEmpty
            $endpoint.ClearReplies()
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -Be "$Errorid,BedrockPS.Cmdlets.InvokeBRConverseCommand"
            $failures[0].CategoryInfo.Category | Should -Be $Category
            $failures[0].ErrorDetails.RecommendedAction | Should -Match ($Action ?? '\S')
            $failures[0]
        }
    }

    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'reports <Errorid> (<HTTP>, "<When>") as <Category>' -ForEach $service {
        $failure = Get-Failure @{ ErrorCode = $Errorid; StatusCode = $HTTP; Message = $When }

        $failure.Exception.Message | Should -Be $When
        $failure.Exception.StatusCode | Should -Be $HTTP
        $failure.Exception.Attempts | Should -Be 1
        $failure.TargetObject | Should -Be 'hi'
    }

    It 'reports <Inastream> in a stream as <Errorid>, <Category>, with the partial text' -ForEach @(
        $service | Where-Object Inastream -NE '–'
    ) {
        $reply = @{ Pieces = [string[]] ('one ', 'two'); StreamErrorCode = $Inastream; ErrorAfterPieces = 1 }
        $failure = Get-Failure $reply @{ Stream = $true }

        $failure.Exception.PartialResponse.Text | Should -Be 'one '
    }

    # The code decides the category, whoever says it.
    It 'files <Errorid> under <Category>' -ForEach $client {
        $null = Get-Failure @{ ErrorCode = $Errorid; StatusCode = 400; Message = $When }
    }

    It 'files a code that it does not know under <Category>, by its status <Status>' -ForEach @(
        @{ Status = 400; Category = 'InvalidArgument' }
        @{ Status = 403; Category = 'PermissionDenied' }
        @{ Status = 404; Category = 'ObjectNotFound' }
        @{ Status = 429; Category = 'LimitsExceeded' }
        @{ Status = 500; Category = 'ResourceUnavailable' }
    ) {
        $Errorid = 'BrandNewException'
        $Action = '^$'
        $null = Get-Failure @{ ErrorCode = $Errorid; StatusCode = $Status; Message = 'new' }
    }
}

Describe 'A machine whose clock is wrong' {
    BeforeAll {
        # The endpoint's clock is the one that is moved; for a signature it is the same.
        Add-Type @'
public sealed class MovedClock(System.TimeSpan by) : System.TimeProvider
{
    public override System.DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
'@
        $ask = @{
            ModelId   = 'amazon.nova-micro-v1:0'
            Region    = 'us-east-1'
            AccessKey = [BedrockPS.LocalCredentials]::AccessKey
            SecretKey = [BedrockPS.LocalCredentials]::SecretKey
        }
    }

    BeforeEach {
        $options = [BedrockPS.LocalEndpointOptions] @{ TimeProvider = [MovedClock]::new([timespan] '00:12:00') }
        $endpoint = [BedrockPS.LocalEndpoint]::Start($options)
        $ask.EndpointUrl = $endpoint.Uri
    }

    AfterEach {
        $endpoint.Dispose()
    }

    It 'pays one attempt of the first command of a session, and none later' {
        $first = Invoke-BRConverse hi @ask -Verbose 4>&1
        $second = Invoke-BRConverse hi @ask

        ($first | Where-Object { $_ -is [BedrockPS.ConverseResponse] }).Attempts | Should -Be 2
        "$first" | Should -Match 'InvalidSignatureException: attempt 2 follows in 0.0 s'
        "$first" | Should -Match 'clock is 12 minutes behind the service''s: requests to 127.0.0.1:\d+ are signed'
        $second.Attempts | Should -Be 1
        $endpoint.RequestCount | Should -Be 3
    }

    It 'is told of it where the request is refused all the same' {
        $null = Invoke-BRConverse hi @ask -MaxAttempts 1 -ErrorVariable failures -ErrorAction SilentlyContinue

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidSignatureException,*'
        $failures[0].Exception.Message | Should -Match 'clock is 12 minutes behind the service''s: set it right'
    }

    It 'learns it in each runspace anew' {
        $null = Invoke-BRConverse hi @ask
        $shell = Start-Shell 'param($ask) (Invoke-BRConverse hi @ask).Attempts' $ask
        $null = $shell.Shell.EndInvoke($shell.Running)

        $shell.Output | Should -Be 2
    }
}
