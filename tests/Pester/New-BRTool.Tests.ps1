BeforeDiscovery {
    $commands = @(
        @{ Name = 'Get-Process'; Has = 'Name' }
        @{ Name = 'Get-ChildItem'; Has = 'Path', 'Recurse', 'Depth' }
        @{ Name = 'Test-Connection'; Has = 'TargetName', 'Count' }
        @{ Name = 'Select-String'; Has = 'Pattern', 'Path' }
        @{ Name = 'Get-Content'; Has = 'Path', 'Tail' }
        @{ Name = 'Get-Date'; Has = 'Date', 'Format' }
        @{ Name = 'Get-Command'; Has = 'ArgumentList', 'Module' }
        @{ Name = 'Measure-Object'; Has = 'Property' }
        @{ Name = 'ConvertTo-Json'; Has = 'InputObject', 'Depth' }
        @{ Name = 'Remove-Item'; Has = 'Path', 'Recurse' }
        @{ Name = 'Get-WinEvent'; Has = 'LogName', 'MaxEvents' }
        @{ Name = 'Get-Service'; Has = 'Name' }
    ).Where({ Get-Command $_.Name -ErrorAction Ignore })
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    function Get-Schema($Tool) {
        $Tool.InputSchema | ConvertTo-Json -Depth 20 | ConvertFrom-Json -AsHashtable
    }
}

Describe 'New-BRTool' {
    Context 'of a command' {
        It 'describes <Name>, and what it says is a JSON Schema' -ForEach $commands {
            $tool = New-BRTool $Name
            $schema = Get-Schema $tool

            $tool.Name | Should -Be $Name
            $tool.Description | Should -Not -BeNullOrEmpty
            $schema.type | Should -Be 'object'
            $schema.additionalProperties | Should -BeFalse
            $Has | Should -BeIn $schema.properties.Keys
            $schema.properties.Keys | Should -Not -Contain 'ErrorAction'
            $schema.properties.Keys | Should -Not -Contain 'WhatIf'
            @($schema.required) | Where-Object { $_ -and $_ -notin $schema.properties.Keys } | Should -BeNullOrEmpty
            $json = $schema | ConvertTo-Json -Depth 20
            Test-Json -Json '{ "NoSuchParameter": 1 }' -Schema $json -ErrorAction Ignore | Should -BeFalse

            # A schema that is none, by its metaschema, ends the command.
            { Invoke-BRConverse hi -ModelId m -EndpointUrl http://127.0.0.1:1 -Schema $json -AsRequest -ErrorAction Stop } |
                Should -Not -Throw
        }

        It 'offers the parameters that are chosen, and requires what every form of the command does' {
            $tool = New-BRTool Get-Item -Parameter Path, Filter
            $schema = Get-Schema $tool

            $schema.properties.Keys | Should -Be 'Path', 'Filter'
            $schema.required | Should -Be 'Path'
            (Get-Schema (New-BRTool Get-Item Path, LiteralPath)).required | Should -BeNullOrEmpty
        }

        It 'offers types of the engine that are made of text' {
            $schema = Get-Schema (New-BRTool Get-ChildItem Attributes)
            $schema.properties.Attributes.type | Should -Be 'string'
            $schema.properties.Attributes.description | Should -Match 'Hidden'
            (Get-Schema (New-BRTool Measure-Object)).properties.Property.items.type | Should -Be 'string'
        }

        It 'takes a command from the pipeline, an alias, and a name of its own' {
            (Get-Command Get-Date, Get-Item | New-BRTool).Name | Should -Be 'Get-Date', 'Get-Item'
            (New-BRTool gci).Name | Should -Be 'Get-ChildItem'
            (New-BRTool Microsoft.PowerShell.Utility\Get-Date -Name now).Name | Should -Be 'now'
        }

        It 'tells by its verb whether <Name> only looks: <ReadOnly>' -ForEach @(
            @{ Name = 'Get-Item'; ReadOnly = $true }
            @{ Name = 'ConvertTo-Json'; ReadOnly = $true }
            @{ Name = 'Remove-Item'; ReadOnly = $false }
            @{ Name = 'Invoke-Expression'; ReadOnly = $false }
            @{ Name = 'Export-Csv'; ReadOnly = $false }
        ) {
            (New-BRTool $Name).ReadOnly | Should -Be $ReadOnly
            (New-BRTool $Name -ReadOnly:(-not $ReadOnly)).ReadOnly | Should -Be (-not $ReadOnly)
        }

        It 'does not take for one that only looks <What>' -ForEach @(
            @{ What = 'what formats'; Name = 'Format-Disk'; Script = { param([string] $Drive) } }
            @{ What = 'what has a -WhatIf'; Name = 'Search-Box'; Script = { [CmdletBinding(SupportsShouldProcess)] param() } }
        ) {
            Set-Item "Function:$Name" $Script
            (New-BRTool $Name).ReadOnly | Should -BeFalse
            (New-BRTool -Name $Name -ScriptBlock $Script).ReadOnly | Should -BeFalse
        }

        It 'hides what -Argument sets, by whatever name' {
            $tool = New-BRTool Get-ChildItem -Argument @{ PSPath = $TestDrive; Recurse = $true }

            $tool.ArgumentNames | Should -Be 'LiteralPath', 'Recurse'
            (Get-Schema $tool).properties.Keys | Should -Not -Contain 'Recurse'
        }

        It 'refuses <What>' -ForEach @(
            @{ What = 'a command that is not there'; How = { New-BRTool Get-Nothing }; Says = 'no command .Get-Nothing' }
            @{ What = 'a parameter that is not there'; How = { New-BRTool Get-Item Colour }; Says = 'no parameter .Colour' }
            @{
                What = 'a parameter that no JSON fits'
                How  = { New-BRTool Get-Item Credential }
                Says = 'takes a PSCredential, which a model cannot'
            }
            @{
                What = 'a command that needs what no JSON fits'
                How  = { function Invoke-Block([Parameter(Mandatory)] [scriptblock] $Block) {}; New-BRTool Invoke-Block }
                Says = 'needs what a model cannot give'
            }
            @{ What = 'a program'; How = { New-BRTool dotnet }; Says = 'is a program' }
            @{ What = 'a name with a blank'; How = { New-BRTool Get-Item -Name 'a b' }; Says = 'cannot be the name of a tool' }
            @{
                What = 'a parameter that is set'
                How  = { New-BRTool Get-Item Path -Argument @{ Path = '.' } }
                Says = 'is set by -Argument'
            }
            @{ What = 'a value for nothing'; How = { New-BRTool Get-Item -Argument @{ Colour = 1 } }; Says = 'does not have' }
            @{ What = 'a number'; How = { New-BRTool 7 }; Says = 'A Int32 is no command' }
        ) {
            $failure = { $ErrorActionPreference = 'Stop'; & $How } | Should -Throw -PassThru

            $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
            $failure.Exception.Message | Should -Match $Says
        }

        It 'completes commands and their parameters' {
            (TabExpansion2 'New-BRTool Get-Proc').CompletionMatches.CompletionText | Should -Contain 'Get-Process'
            $line = 'New-BRTool Get-ChildItem -Parameter Rec'
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Recurse'
        }
    }

    Context 'of a function' {
        BeforeAll {
            enum Fruit { Apple; Pear }

            function global:Get-Everything {
                <#
                .SYNOPSIS
                Finds everything there is.
                .PARAMETER Name
                What it is called.
                #>
                [CmdletBinding(DefaultParameterSetName = 'ByName')]
                param(
                    [Parameter(Mandatory, ParameterSetName = 'ByName')] [string[]] $Name,
                    [Parameter(Mandatory, ParameterSetName = 'ById')] [int] $Id,
                    [Parameter(HelpMessage = 'How many.')] [ValidateRange(1, 9)] [int] $Count,
                    [ValidateSet('low', 'high')] [string] $Level,
                    [ValidatePattern('^a')] [ValidateLength(1, 5)] [string] $Code,
                    [ValidateCount(1, 3)] [double[]] $Factor,
                    [ValidateSet('x', 'y')] [string[]] $Axis,
                    [Fruit] $Fruit,
                    [System.IO.FileAttributes] $Attributes,
                    [datetime] $Since,
                    [timespan] $Age,
                    [nullable[bool]] $Open,
                    [switch] $All,
                    [hashtable] $Filter,
                    [uri] $Address,
                    [object] $Anything,
                    [scriptblock] $Code2,
                    [pscredential] $Credential,
                    [securestring] $Secret,
                    [System.Diagnostics.Process] $Process,
                    [Parameter(DontShow)] [string] $Hidden
                )
                $PSBoundParameters
            }

            $schema = Get-Schema (New-BRTool Get-Everything)
        }

        AfterAll {
            Remove-Item Function:Get-Everything
        }

        It 'describes -<Name> as <Json>' -ForEach @(
            @{ Name = 'Name'; Json = '{"type":"array","items":{"type":"string"},"description":"What it is called."}' }
            @{ Name = 'Count'; Json = '{"type":"integer","minimum":1,"maximum":9,"description":"How many."}' }
            @{ Name = 'Level'; Json = '{"type":"string","enum":["low","high"]}' }
            @{ Name = 'Code'; Json = '{"type":"string","pattern":"^a","minLength":1,"maxLength":5}' }
            @{ Name = 'Factor'; Json = '{"type":"array","items":{"type":"number"},"minItems":1,"maxItems":3}' }
            @{ Name = 'Axis'; Json = '{"type":"array","items":{"type":"string","enum":["x","y"]}}' }
            @{ Name = 'Fruit'; Json = '{"type":"string","enum":["Apple","Pear"]}' }
            @{ Name = 'Since'; Json = '{"type":"string","format":"date-time"}' }
            @{ Name = 'Age'; Json = '{"type":"string","description":"A time span, such as 00:05:00."}' }
            @{ Name = 'Open'; Json = '{"type":"boolean"}' }
            @{ Name = 'All'; Json = '{"type":"boolean"}' }
            @{ Name = 'Filter'; Json = '{"type":"object"}' }
            @{ Name = 'Address'; Json = '{"type":"string"}' }
            @{ Name = 'Anything'; Json = '{}' }
        ) {
            $expected = $Json | ConvertFrom-Json -AsHashtable
            $given = $schema.properties[$Name]

            $given.Keys | Sort-Object | Should -Be ($expected.Keys | Sort-Object)
            foreach ($key in $expected.Keys) {
                $given[$key] | ConvertTo-Json -Compress | Should -Be ($expected[$key] | ConvertTo-Json -Compress)
            }
        }

        It 'offers several names of a flags enum' {
            $schema.properties.Attributes.type | Should -Be 'array'
            $schema.properties.Attributes.items.enum | Should -Contain 'Hidden'
        }

        It 'leaves out what no model can give, and what is hidden' {
            foreach ($name in 'Code2', 'Credential', 'Secret', 'Process', 'Hidden', 'Id') {
                $schema.properties.Keys | Should -Not -Contain $name
            }
        }

        It 'takes its description from the help, and requires what its usual form does' {
            (New-BRTool Get-Everything).Description | Should -Be 'Finds everything there is.'
            $schema.required | Should -Be 'Name'
            (Get-Schema (New-BRTool Get-Everything Id, Count)).required | Should -Be 'Id'
        }
    }

    Context 'of a script block' {
        It 'reads its parameters and its help' {
            $tool = New-BRTool -Name get_stock -ScriptBlock {
                <#
                .SYNOPSIS
                Counts articles.
                .PARAMETER Article
                The number of the article.
                #>
                param([Parameter(Mandatory)] [int] $Article)
                $Article
            }

            $tool.Description | Should -Be 'Counts articles.'
            $tool.ReadOnly | Should -BeTrue
            (Get-Schema $tool).properties.Article.description | Should -Be 'The number of the article.'
            (Get-Schema $tool).required | Should -Be 'Article'
            Get-Command BRTool-* | Should -BeNullOrEmpty
        }

        It 'asks before it runs one that says nothing of itself' {
            (New-BRTool -Name stock -ScriptBlock { 1 }).ReadOnly | Should -BeFalse
            (New-BRTool -Name stock -ScriptBlock { 1 } -ReadOnly).ReadOnly | Should -BeTrue
        }

        It 'needs a name' {
            { Invoke-BRConverse hi -ModelId m -Tool { 1 } } | Should -Throw -ErrorId 'InvalidRequest,*'
        }
    }

    Context 'of a schema' {
        It 'takes <What>' -ForEach @(
            @{ What = 'a hashtable'; Schema = @{ type = 'object'; properties = @{ n = @{ type = 'integer' } } } }
            @{ What = 'JSON'; Schema = '{"type":"object","properties":{"n":{"type":"integer"}}}' }
            @{ What = 'an object'; Schema = [pscustomobject] @{ properties = @{ n = @{ type = 'integer' } } } }
        ) {
            $tool = New-BRTool -Name order -Description 'Orders.' -Schema $Schema

            $tool.IsRunnable | Should -BeFalse
            $made = Get-Schema $tool
            $made.type | Should -Be 'object'
            $made.properties.n.type | Should -Be 'integer'
        }

        It 'refuses <What>' -ForEach @(
            @{ What = 'a list'; Schema = @{ type = 'array' } }
            @{ What = 'what is not JSON'; Schema = '{' }
        ) {
            { New-BRTool -Name order -Schema $Schema -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRequest,*'
        }
    }
}
