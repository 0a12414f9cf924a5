# docs/testing-faults.md, row by row: the fault is scripted as the table says it, and the error must be the table's.

BeforeDiscovery {
    # The rows of the table under a heading, each as an object with the names of its columns.
    function Read-Table([string] $Heading) {
        $lines = Get-Content (Join-Path $PSScriptRoot '../../docs/testing-faults.md')
        $start = $lines.IndexOf($Heading) + 2
        $columns = $lines[$start].Trim('|').Split('|').Trim().Replace(' ', '')
        for ($i = $start + 2; $lines[$i] -like '|*'; $i++) {
            $cells = $lines[$i].Trim('|').Split('|').Trim().Replace('`', '')
            $row = @{}
            0..($columns.Count - 1) | ForEach-Object { $row[$columns[$_]] = $cells[$_] }
            $row
        }
    }

    $whole = Read-Table '## A whole answer'
    $streamed = Read-Table '## A stream (`-Stream`)'
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'The faults that docs/testing-faults.md lists' {
    BeforeAll {
        function Get-Failure([hashtable] $With = @{}) {
            Invoke-Expression "Add-BRLocalReply $Fault"
            $limits = @{ MaxAttempts = 1; IdleTimeoutSec = 1; TimeoutSec = 2 }
            $silent = @{ ErrorVariable = 'failures'; ErrorAction = 'SilentlyContinue' }
            Invoke-BRConverse hi @limits @silent @With 6>$null | Should -BeNullOrEmpty
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -Be "$Errorid,BedrockPS.Cmdlets.InvokeBRConverseCommand"
            $failures[0].CategoryInfo.Category | Should -Be $Category
            Get-BRLocalRequest | Should -HaveCount 1
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

    It 'reports <Fault> as <Errorid>, <Category>' -ForEach $whole {
        $null = Get-Failure
    }

    It 'reports <Fault> in a stream as <Errorid>, <Category>, with "<Partialtext>"' -ForEach $streamed {
        $failure = Get-Failure @{ Stream = $true }

        "$($failure.Exception.PartialResponse.Text)" | Should -Be $Partialtext
    }
}
