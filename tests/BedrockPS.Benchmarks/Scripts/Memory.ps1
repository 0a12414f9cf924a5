# Reads a long stream event by event and writes a line now and then, each in MB: what was read, the heap with its
# garbage, the working set, and the heap as the last collection left it.
param([string] $Manifest, [uri] $Endpoint, [string] $Command, [int] $EventBytes)

$ErrorActionPreference = 'Stop'
Import-Module $Manifest
$call = @{ EndpointUrl = $Endpoint; AsEvent = $true }
$call += $Command -eq 'Invoke-BRModel' ?
    @{ ModelId = 'amazon.titan-text-express-v1'; Body = @{ inputText = 'x' } } :
    @{ ModelId = 'amazon.nova-micro-v1:0'; Prompt = 'x' }
$count = 0
$every = [int] (2MB / $EventBytes)

function Write-Sample {
    [string]::Format([cultureinfo]::InvariantCulture, '{0} {1} {2} {3}',
        $count * $EventBytes / 1MB, [GC]::GetTotalMemory($false) / 1MB, [Environment]::WorkingSet / 1MB,
        [GC]::GetGCMemoryInfo([GCKind]::Any).HeapSizeBytes / 1MB)
}

& $Command @call | ForEach-Object { if (++$count % $every -eq 0) { Write-Sample } }
