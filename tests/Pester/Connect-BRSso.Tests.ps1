BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    Import-TestServer

    # A host with a person at it, which the console of a build agent is not.
    Add-Type -IgnoreWarnings @'
using System;
using System.Globalization;
using System.Management.Automation.Host;

public sealed class AttendedHost : PSHost
{
    private readonly PSHost _inner;
    public AttendedHost(PSHost inner) { _inner = inner; }
    public override string Name { get { return "AttendedHost"; } }
    public override Version Version { get { return new Version(1, 0); } }
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override PSHostUserInterface UI { get { return _inner.UI; } }
    public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }
    public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }
    public override void SetShouldExit(int exitCode) { }
    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}
'@ -ReferencedAssemblies 'System.Management.Automation', 'System.Runtime'

    # What the command showed and returned, in a host with a person at it.
    function Start-AttendedShell([Parameter(Mandatory)] [string] $Script) {
        Start-Shell "& { $Script } 6>&1" -HostObject ([AttendedHost]::new($Host))
    }

    function Invoke-AttendedShell([Parameter(Mandatory)] [string] $Script) {
        $started = Start-AttendedShell $Script
        try {
            $null = $started.Shell.EndInvoke($started.Running)
            $started.Output
        } finally {
            $started.Shell.Runspace.Dispose()
            $started.Shell.Dispose()
        }
    }

    function Set-Token([double] $Minutes) {
        $folder = New-Item -ItemType Directory -Force (Split-Path $tokenFile)
        @{
            startUrl              = 'https://corp.example/start'
            region                = 'eu-central-1'
            accessToken           = $sso.AccessToken
            expiresAt             = [DateTimeOffset]::UtcNow.AddMinutes($Minutes).ToString('yyyy-MM-ddTHH:mm:ssZ')
            clientId              = 'client'
            clientSecret          = 'secret-of-the-client'
            registrationExpiresAt = '2999-01-01T00:00:00Z'
            refreshToken          = $sso.RefreshToken
        } | ConvertTo-Json | Set-Content (Join-Path $folder (Split-Path -Leaf $tokenFile))
    }
}

Describe 'IAM Identity Center' {
    BeforeEach {
        Clear-BRDefault
        $sso = [BedrockPS.TestServers.SsoServer]::new()
        $userHome = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        $config = Join-Path $userHome config
        Set-Content $config @'
[profile ops]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Reader
[sso-session corp]
sso_region = eu-central-1
sso_start_url = https://corp.example/start
[profile keys]
aws_access_key_id = AKID
aws_secret_access_key = secret
'@
        # printf %s corp | sha1sum
        $tokenFile = Join-Path $userHome .aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json
        $variables = @{
            HOME                        = "$userHome"
            AWS_CONFIG_FILE             = $config
            AWS_SHARED_CREDENTIALS_FILE = Join-Path $userHome none
            AWS_ENDPOINT_URL_SSO        = "$($sso.Uri)"
            AWS_ENDPOINT_URL_SSO_OIDC   = "$($sso.Uri)"
        }
        $before = @{}
        foreach ($name in $variables.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $variables[$name])
        }
    }

    AfterEach {
        foreach ($name in $before.Keys) {
            [Environment]::SetEnvironmentVariable($name, $before[$name])
        }

        $sso.Dispose()
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }

    Context 'Connect-BRSso' {
        It 'shows a page and a code, waits for the person, and keeps the token for everybody' {
            $shown = Invoke-AttendedShell 'Connect-BRSso ops -NoBrowser'

            "$($shown[0])" | Should -BeLike '*code ABCD-EFGH before*'
            "$($shown[1])" | Should -Be "$($sso.Uri)device?user_code=ABCD-EFGH"
            $shown[2] | Should -BeOfType ([BedrockPS.Access.SsoToken])
            $shown[2].SessionName | Should -Be 'corp'
            $shown[2].CacheFile | Should -Be $tokenFile
            ($shown | Format-List * | Out-String) | Should -Not -Match 'access-1|refresh-1|secret'
            (Get-Content $tokenFile -Raw | ConvertFrom-Json).accessToken | Should -Be 'access-1'
        }

        It 'opens the page in the browser, unless it is told not to' -Skip:(-not $IsLinux) {
            $opened = Join-Path $userHome opened
            $opener = Join-Path $userHome xdg-open
            Set-Content $opener "#!/bin/sh`necho `"`$1`" >> '$opened'"
            chmod +x $opener

            $desktop = @{ PATH = "${userHome}:$env:PATH"; DISPLAY = ':0'; SSH_CONNECTION = $null; SSH_TTY = $null }
            Use-Environment $desktop {
                $null = Invoke-AttendedShell 'Connect-BRSso ops -NoBrowser'
                $null = Invoke-AttendedShell 'Connect-BRSso ops -Force'
            }

            $wasOpened = [Func[bool]] { (Test-Path $opened) -and (Get-Item $opened).Length -gt 0 }
            [System.Threading.SpinWait]::SpinUntil($wasOpened, 20000) | Should -BeTrue
            Get-Content $opened | Should -Be "$($sso.Uri)device?user_code=ABCD-EFGH"
        }

        It 'asks nobody while a sign-in is in force, and says so' {
            Set-Token 30
            $shown = Invoke-AttendedShell 'Connect-BRSso ops'

            "$($shown[0])" | Should -BeLike 'Signed in to corp already*-Force*'
            $shown[1].Expires | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddMinutes(20))
            $sso.Requests.Count | Should -Be 0
        }

        It 'takes the profile of the session' {
            Set-Token 30
            Set-BRDefault -ProfileName ops

            (Connect-BRSso 6> $null).SessionName | Should -Be 'corp'
        }

        It 'fails at once in <Where>' -ForEach @(
            @{ Where = 'a shell that was told not to ask'; Run = {
                    Invoke-NewShell @"
Import-Module '$(Get-StagedManifest)'
try { Connect-BRSso ops } catch { `$_.FullyQualifiedErrorId, `$_.Exception.Message }
"@ } }
            @{ Where = 'a runspace of a script'; Run = {
                    $started = Start-Shell @'
try { Connect-BRSso ops } catch { $_.FullyQualifiedErrorId, $_.Exception.Message }
'@
                    $null = $started.Shell.EndInvoke($started.Running)
                    $started.Output } }
        ) {
            $id, $message = & $Run

            $id | Should -Be 'SignInRequired,BedrockPS.Cmdlets.ConnectBRSsoCommand'
            $message | Should -BeLike '*not interactive*Connect-BRSso -ProfileName ops*aws sso login --profile ops*'
            $sso.Requests.Count | Should -Be 0
        }

        It 'renews what needs no person, in a host without one' {
            Set-Token -5

            (Connect-BRSso ops 6> $null).Expires | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddMinutes(50))
        }

        It 'leaves within a second of Ctrl+C while nobody confirms' {
            $pending = [BedrockPS.TestServers.SsoServer]::Error(
                'authorization_pending', 'AuthorizationPendingException', 400)
            1..50 | ForEach-Object { $sso.Script.Enqueue('/token', $pending) }
            $started = Start-AttendedShell 'Connect-BRSso ops -NoBrowser'
            $isPolled = [Func[bool]] { $sso.RequestsOf('/token').Count -gt 0 }
            [System.Threading.SpinWait]::SpinUntil($isPolled, 20000) | Should -BeTrue

            (Stop-Shell $started).TotalSeconds | Should -BeLessThan 1
            Test-Path $tokenFile | Should -BeFalse
            $started.Shell.Runspace.Dispose()
        }

        It 'says that the person declined' {
            $denied = [BedrockPS.TestServers.SsoServer]::Error('access_denied', 'AccessDeniedException', 400)
            $sso.Script.Enqueue('/token', $denied)

            $failure = Invoke-AttendedShell 'try { Connect-BRSso ops -NoBrowser } catch { $_ }' |
                Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }

            $failure.FullyQualifiedErrorId | Should -Be 'InvalidCredentials,BedrockPS.Cmdlets.ConnectBRSsoCommand'
            $failure.Exception.Message | Should -BeLike '*declined in the browser*'
            $failure.TargetObject | Should -Be 'ops'
        }

        It 'refuses a profile of another kind' {
            $failure = { Connect-BRSso keys } | Should -Throw -ErrorId 'InvalidCredentials,*' -PassThru

            $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
            $failure.Exception.Message | Should -BeLike '*aws configure sso --profile keys*'
        }
    }

    Context 'A call with a profile of it' {
        BeforeEach {
            $endpoint = Start-BRLocalEndpoint
            $sso.AccessKey = [BedrockPS.LocalCredentials]::AccessKey
            $sso.SecretKey = [BedrockPS.LocalCredentials]::SecretKey
            $call = @{
                ModelId     = 'amazon.nova-micro-v1:0'
                Region      = 'eu-west-1'
                EndpointUrl = $endpoint.Uri
                ProfileName = 'ops'
            }
        }

        It 'renews the token, gets the keys of the role, and is signed with them' {
            Set-Token -5
            $answers = 'one', 'two' | Invoke-BRConverse @call -ErrorAction Stop
            $answers += Invoke-BRConverse three @call -ErrorAction Stop

            $answers.StopReason | Should -Be 'end_turn', 'end_turn', 'end_turn'
            $endpoint.Requests.Signed | Should -Be $true, $true, $true
            $sso.RequestsOf('/token').Count | Should -Be 1
            $sso.RequestsOf('/federation/credentials')[0].Target | Should -BeLike '*role_name=Reader*'
        }

        It 'says what to run where the sign-in is over, and goes on with the next' {
            $failures = @()
            'one', 'two' | Invoke-BRConverse @call -ErrorAction SilentlyContinue -ErrorVariable failures

            $failures | Should -HaveCount 2
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'SignInRequired,*'
            $failures[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
            $failures[0].Exception.Message |
                Should -BeLike '*aws sso login --profile ops*Connect-BRSso -ProfileName ops*'
            $endpoint.Requests.Count | Should -Be 0
        }

        It 'shows no token, wherever one looks' {
            Set-Token -5
            $sso.Script.Enqueue('/federation/credentials', [BedrockPS.TestServers.LoopbackReply]::new('{}', 403, 'a/b'))
            $said = Invoke-BRConverse one @call -Verbose -Debug -ErrorVariable failures *>&1 | Out-String
            $said += $failures | Format-List * -Force | Out-String

            $said | Should -BeLike "*role 'Reader'*"
            $said | Should -Not -Match 'access-[01]|refresh-[01]|secret-of'
        }
    }
}
