# Ids that the service does not take as they are, on every way to a model.
BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
}

Describe 'A model that needs an inference profile' {
    BeforeEach {
        $endpoint = Start-TestEndpoint -SetDefault
    }

    AfterEach {
        $endpoint.Dispose()
        Clear-BRDefault
    }

    It 'is called through one by <Command>, which says so' -ForEach @(
        @{ Command = 'Invoke-BRConverse'; Call = { Invoke-BRConverse hi @args } }
        @{ Command = 'Invoke-BRConverse -Stream'; Call = { Invoke-BRConverse hi -Stream @args 6> $null } }
        @{ Command = 'Invoke-BRModel'; Call = {
                $turn = @{ role = 'user'; content = 'hi' }
                $body = @{ anthropic_version = 'bedrock-2023-05-31'; max_tokens = 9; messages = @($turn) }
                Invoke-BRModel $body @args } }
        @{ Command = 'Send-BRMessage'; Call = { Start-BRConversation | Send-BRMessage hi @args } }
    ) {
        $output = & $Call -ModelId $sonnet -Region eu-central-1 -Verbose 4>&1
        $answer = $output | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] }

        $answer.ModelId, $answer.ResolvedModelId, $answer.Attempts | Should -Be $sonnet, "eu.$sonnet", 2
        "$output" | Should -Match ([regex]::Escape("$sonnet is called as eu.$sonnet."))
        $endpoint.Requests[0].ModelId, $endpoint.Requests[-1].ModelId | Should -Be $sonnet, "eu.$sonnet"
    }

    It 'costs the refused request and the list once a session' {
        $null = 'a', 'b', 'c' | Invoke-BRConverse -ModelId $sonnet
        $null = Invoke-BRConverse d -ModelId $sonnet

        $endpoint.Requests.Operation -join ' ' |
            Should -Match '^Converse( ListInferenceProfiles)+ Converse Converse Converse Converse$'
    }

    It 'never goes around the world unless it may' {
        Add-Reply $endpoint @{ Path = '/inference-profiles'; Repeat = $true; Body = @{
                inferenceProfileSummaries = @(@{
                        inferenceProfileId = "global.$sonnet"; status = 'ACTIVE'; type = 'SYSTEM_DEFINED'
                        models             = @(@{ modelArn = "arn:aws:bedrock:::foundation-model/$sonnet" })
                    })
            } | ConvertTo-Json -Depth 5 }

        Invoke-BRConverse hi -ModelId $sonnet -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ValidationException,*'
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Geography global*'
        $endpoint.Requests.ModelId | Should -Not -Contain "global.$sonnet"

        (Invoke-BRConverse hi -ModelId $sonnet -Geography global).ResolvedModelId | Should -Be "global.$sonnet"
        Set-BRDefault -Geography global
        (Invoke-BRConverse hi -ModelId $sonnet).ResolvedModelId | Should -Be "global.$sonnet"
    }

    It 'is shown by -AsRequest as a call would go, once that is known' {
        (Invoke-BRConverse hi -ModelId $sonnet -AsRequest).Url | Should -BeLike "*/model/anthropic.*"
        $null = Invoke-BRConverse hi -ModelId $sonnet
        $request = Invoke-BRConverse hi -ModelId $sonnet -AsRequest

        $request.Url | Should -BeLike "*/model/us.anthropic.*"
    }

    It 'keeps sessions apart, and lets later ones know what was kept' {
        # An endpoint that is not the session's own, as a VPC endpoint would be.
        $foreign = [BedrockPS.LocalEndpoint]::Start()
        $keys = Get-LocalKey
        $call = "Invoke-BRConverse hi -ModelId $sonnet -EndpointUrl $($foreign.Uri) -Region us-east-1 " +
            "-AccessKey $($keys.AccessKey) -SecretKey $($keys.SecretKey)"
        $answers = 1..2 | ForEach-Object {
            Invoke-NewShell "Import-Module '$(Get-StagedManifest)'; ($call).ResolvedModelId"
        }
        $operations = $foreign.Requests.Operation
        $kept = Get-ChildItem $env:BEDROCKPS_CACHE_HOME | Get-Content -Raw
        $foreign.Dispose()

        $answers | Should -Be "us.$sonnet", "us.$sonnet"
        $operations -join ' ' | Should -Match '^Converse( ListInferenceProfiles)+ Converse Converse$'
        "$kept" | Should -Not -Match ':\d{12}:'
        "$kept" | Should -Not -Match $keys.AccessKey
    }
}

Describe 'A model that comes to its end' {
    It 'is warned of once a session, from lists that are known already' {
        $endpoint = Start-TestEndpoint -SetDefault
        $titan = 'amazon.titan-text-express-v1'
        Invoke-BRConverse hi -ModelId $titan -WarningVariable before 3> $null | Out-Null
        $null = Get-BRFoundationModel
        $endpoint.ClearRequests()
        1..2 | ForEach-Object { Invoke-BRConverse hi -ModelId $titan } 3>&1 | Tee-Object -Variable shown | Out-Null
        $endpoint.Dispose()
        Clear-BRDefault

        $before | Should -BeNullOrEmpty
        @($shown | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }) | Should -HaveCount 1
        "$shown" | Should -Match 'end of life on 2027-06-30'
        $endpoint.Requests.Operation | Should -Be 'Converse', 'Converse'
    }
}
