# What the tests share. No sleeps: a test waits for what the endpoint saw, never for the clock.

$script:Manifest = if ($env:BEDROCKPS_MANIFEST) { $env:BEDROCKPS_MANIFEST } else {
    Join-Path $PSScriptRoot '../../out/BedrockPS/BedrockPS.psd1'
}

# No test reads or writes what the user's own sessions have kept.
$env:BEDROCKPS_CACHE_HOME = Join-Path ([IO.Path]::GetTempPath()) "bedrockps-tests-$PID"

function Get-StagedManifest {
    (Resolve-Path $script:Manifest).Path
}

function Import-StagedModule {
    Import-Module (Get-StagedManifest) -Global
}

# An endpoint of its own for a test, reached by -EndpointUrl or as the session's default.
function Start-TestEndpoint([switch] $SetDefault) {
    Clear-BRDefault
    Start-BRLocalEndpoint -SetDefault:$SetDefault
}

function Add-Reply([Parameter(Mandatory)] $Endpoint, [Parameter(Mandatory)] [hashtable] $Reply) {
    $Endpoint.Enqueue([BedrockPS.LocalReply] $Reply)
}

# The JSON that a request carried; the newest one unless an index is given.
function Get-SentBody([Parameter(Mandatory)] $Endpoint, [int] $Index = -1) {
    $Endpoint.Requests[$Index].Body | ConvertFrom-Json -AsHashtable
}

# A script in a runspace of its own, as another session would run it.
function Start-Shell([Parameter(Mandatory)] [string] $Script, [object[]] $ArgumentList, $HostObject) {
    $state = [initialsessionstate]::CreateDefault()
    $state.ImportPSModule((Get-StagedManifest))
    $runspace = if ($HostObject) {
        [runspacefactory]::CreateRunspace($HostObject, $state)
    } else {
        [runspacefactory]::CreateRunspace($state)
    }

    $runspace.Open()

    # One statement: the engine begins a second one on a thread of its own, and dies if the runspace is closed by then.
    $shell = [powershell]::Create($runspace).AddScript($Script)
    foreach ($argument in $ArgumentList) {
        $null = $shell.AddArgument($argument)
    }

    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
    [pscustomobject] @{ Shell = $shell; Running = $running; Output = $output }
}

# Waits until the shell has written text to its host.
function Wait-ShellText([Parameter(Mandatory)] $Started) {
    $written = { $Started.Shell.Streams.Information.Count -gt 0 }
    if (-not [System.Threading.SpinWait]::SpinUntil($written, 20000)) {
        throw 'The shell wrote no text within 20 seconds.'
    }
}

# Ctrl+C, and how long the shell took to come back.
function Stop-Shell([Parameter(Mandatory)] $Started) {
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $Started.Shell.Stop()
    $clock.Elapsed
}

# A new pwsh, for what must not depend on this one.
function Invoke-NewShell([Parameter(Mandatory)] [string] $Script) {
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($Script))
    & ([Environment]::ProcessPath) -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded
}

# A module that brings another build of AWSSDK.Core into the default load context, as AWS.Tools does.
function Get-ForeignModule {
    (Resolve-Path "$PSScriptRoot/../../out/build/bin/BedrockPS.ForeignModule/release/BedrockPS.ForeignModule.dll").Path
}

# A host with a person at it, whose answers a test lays down.
function Import-AnsweringHost {
    if (-not ('AnsweringHost' -as [type])) {
        Add-Type -IgnoreWarnings -Path $PSScriptRoot/AnsweringHost.cs -ReferencedAssemblies @(
            'System.Management.Automation', 'System.Runtime', 'System.Collections', 'System.Security', 'netstandard'
            'System.Console', 'System.Runtime.Extensions', 'System.ObjectModel'
        )
    }
}

# The loopback servers that stand for AWS's: SSO, STS and the like.
function Import-TestServer {
    Add-Type -Path "$PSScriptRoot/../../out/build/bin/BedrockPS.TestServers/release/BedrockPS.TestServers.dll"
}

# The keys that the local endpoint accepts, as connection parameters.
function Get-LocalKey {
    @{ AccessKey = [BedrockPS.LocalCredentials]::AccessKey; SecretKey = [BedrockPS.LocalCredentials]::SecretKey }
}

# Runs a script with variables of the environment set, and puts back what was there.
function Use-Environment([Parameter(Mandatory)] [hashtable] $Variable, [Parameter(Mandatory)] [scriptblock] $Script) {
    # As an argument $null would be an empty text, and the variable would be there, empty.
    $before = @{}
    foreach ($name in $Variable.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $Variable[$name] ?? [NullString]::Value)
    }

    try {
        & $Script
    } finally {
        foreach ($name in $before.Keys) {
            [Environment]::SetEnvironmentVariable($name, $before[$name] ?? [NullString]::Value)
        }
    }
}

Export-ModuleMember -Function *
