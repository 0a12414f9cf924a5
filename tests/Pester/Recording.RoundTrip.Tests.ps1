# Every cmdlet that calls the service, recorded against an endpoint and replayed after it has stopped. A cmdlet that is
# not in the table fails: give it a line.
BeforeDiscovery {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
    $forms = @{
        'Get-BRFoundationModel'       = @{ 'all' = { Get-BRFoundationModel -Provider Amazon } }
        'Invoke-BRConverse'           = @{
            'whole'     = { Invoke-BRConverse 'What is 6 x 7?' -System 'Be brief.' -Temperature 0 }
            'streamed'  = { Invoke-BRConverse 'What is 6 x 7?' -Stream 6>&1 }
            'as events' = { Invoke-BRConverse 'What is 6 x 7?' -AsEvent }
            'refused'   = { Invoke-BRConverse 'hello' -ModelId no.such.model -ErrorAction SilentlyContinue }
            'piped'     = { 'one', 'two', 'one' | Invoke-BRConverse }
            'resolved'  = { 'one', 'two' | Invoke-BRConverse -ModelId anthropic.claude-sonnet-4-5-20250929-v1:0 }
        }
        'Invoke-BRModel'              = @{
            'whole'     = { Invoke-BRModel @{ inputText = 'hi' } -ModelId amazon.titan-text-express-v1 }
            'streamed'  = { Invoke-BRModel @{ inputText = 'hi' } -ModelId amazon.titan-text-express-v1 -Stream 6>&1 }
            'as chunks' = { Invoke-BRModel @{ inputText = 'hi' } -ModelId amazon.titan-text-express-v1 -AsEvent }
        }
        'Get-BRCustomModel'           = @{ 'all' = { Get-BRCustomModel } }
        'Get-BRGuardrail'             = @{ 'one' = { Get-BRGuardrail operations } }
        'Get-BRImportedModel'         = @{ 'one' = { Get-BRImportedModel house-llama } }
        'Get-BRInferenceProfile'      = @{ 'some' = { Get-BRInferenceProfile *nova* } }
        'Get-BRPromptRouter'          = @{ 'all' = { Get-BRPromptRouter } }
        'Get-BRProvisionedThroughput' = @{ 'all' = { Get-BRProvisionedThroughput } }
        'Resolve-BRModel'             = @{
            'a model that needs a profile' = {
                Resolve-BRModel anthropic.claude-sonnet-4-5-20250929-v1:0 | Select-Object * -ExcludeProperty ReadAt
            }
        }
        'New-BRIamPolicy'             = @{
            'of a profile' = { New-BRIamPolicy eu.amazon.nova-lite-v1:0 -Region eu-central-1 -AsJson }
        }
        'Test-BRModelAccess'          = @{
            # Who calls is not in a recording, and is said to be nobody.
            'with a call' = {
                Test-BRModelAccess amazon.nova-lite-v1:0 -Region eu-central-1 -Invoke |
                    Select-Object * -ExcludeProperty Credentials
            }
        }
        'Measure-BRToken'             = @{ 'a question' = { Measure-BRToken 'What is 6 x 7?' -System 'Be brief.' } }
        'Compress-BRConversation'     = @{
            'a summary' = {
                $conversation = Start-BRConversation -ModelId amazon.nova-micro-v1:0
                'one', 'two', 'three' | ForEach-Object { $null = $conversation | Send-BRMessage $_ }
                $conversation | Compress-BRConversation -KeepLast 1 | Select-Object * -ExcludeProperty Conversation
            }
        }
        'Send-BRMessage'              = @{
            'two turns' = {
                $conversation = Start-BRConversation -System 'Be brief.' -ModelId amazon.nova-micro-v1:0
                $conversation | Send-BRMessage 'Hello'
                $conversation | Send-BRMessage 'And then?' -Stream 6>&1
                $conversation.Messages.Count
            }
        }
    }
    $callers = Get-Command -Module BedrockPS -CommandType Cmdlet |
        Where-Object { [BedrockPS.Cmdlets.AwsCommandBase].IsAssignableFrom($_.ImplementingType) } |
        Where-Object Name -NotIn Get-BRDefault, Enter-BRConversation # One asks STS alone, the other needs a keyboard.
    $cases = foreach ($caller in $callers) {
        $own = $forms[$caller.Name] ?? @{ 'untested' = $null }
        $own.GetEnumerator() | ForEach-Object { @{ Name = $caller.Name; Form = $_.Key; Call = $_.Value } }
    }
}

BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule

    # What the call returns and what its errors say, without the clock's part in it.
    function Get-Outcome([scriptblock] $Call) {
        $Error.Clear()
        $output = & $Call | ForEach-Object { ConvertTo-Json $_ -Depth 12 -Compress }
        $failures = $Error | ForEach-Object {
            "$($_.FullyQualifiedErrorId) $_ $($_.Exception.StatusCode) $($_.Exception.RequestId)"
        }
        $times = '"(TimeToFirstTokenMs|ElapsedMs|LatencyMs|TimeGenerated)":("[^"]*"|[\d.]+)'
        @($output) + @($failures) -replace $times, '"$1":0'
    }
}

Describe 'A round trip of <Name>' -ForEach $cases {
    It '<Form>: the replay is what was recorded, with the endpoint stopped' {
        $Call | Should -Not -BeNullOrEmpty -Because 'a cmdlet that calls the service is to be in the table above'
        $file = "TestDrive:/$Name-$Form.bedrock.jsonl"
        $endpoint = Start-TestEndpoint -SetDefault
        Start-BRRecording $file
        $live = Get-Outcome $Call
        Stop-BRRecording
        $requests = @($endpoint.Requests).Count
        $endpoint | Stop-BRLocalEndpoint
        Set-BRDefault -ModelId amazon.nova-micro-v1:0
        Start-BRRecording $file -Mode Replay
        $replayed = Get-Outcome $Call
        $unused = Stop-BRRecording -Verbose 4>&1

        $live | Should -Not -BeNullOrEmpty
        $replayed | Should -Be $live
        "$unused" | Should -Match "0 call\(s\) recorded, $requests replayed, 0 not asked for"
    }

    AfterEach {
        Stop-BRRecording
        Stop-BRLocalEndpoint
        Clear-BRDefault
    }
}

Describe 'Genuine traffic' {
    BeforeDiscovery {
        $recordings = $env:BEDROCKPS_RECORDINGS ?? "$PSScriptRoot/../../../shared/recordings"
        $isAbsent = -not (Test-Path $recordings)
    }

    BeforeAll {
        $recordings = $env:BEDROCKPS_RECORDINGS ?? "$PSScriptRoot/../../../shared/recordings"

        function Read-Recorded([string] $Name) {
            $file = [IO.File]::OpenRead((Resolve-Path "$recordings/$Name"))
            $stream = [IO.Compression.GZipStream]::new($file, [IO.Compression.CompressionMode]::Decompress)
            $reader = [IO.StreamReader]::new($stream)
            try {
                while ($null -ne ($line = $reader.ReadLine())) {
                    $line | ConvertFrom-Json -AsHashtable -Depth 100
                }
            } finally {
                $reader.Dispose()
            }
        }

        # As docs/recording-format.md says, by hand; one entry of base64 a frame.
        function ConvertTo-Recording([hashtable] $Exchange) {
            $bytes = [Convert]::FromBase64String($Exchange.body)
            $frames = for ($start = 0; $start -lt $bytes.Length; $start += $length) {
                $length = [Buffers.Binary.BinaryPrimitives]::ReadInt32BigEndian([byte[]] $bytes[$start..($start + 3)])
                @{ at = $start; bytes = [Convert]::ToBase64String($bytes, $start, $length) }
            }
            '{"format":"bedrockps-recording","version":1}'
            @{
                method = 'POST'; path = $Exchange.path; request = ConvertFrom-Json $Exchange.request -AsHashtable
                status = $Exchange.status; headers = $Exchange.headers; frames = @($frames)
            } | ConvertTo-Json -Depth 100 -Compress
        }
    }

    It 'is replayed through Invoke-BRConverse -Stream as an independent parser read it' -Skip:$isAbsent {
        $expected = @{}
        Read-Recorded expected.jsonl.gz | ForEach-Object { $expected[$_.key] = $_ }
        $streams = Read-Recorded converse-stream.jsonl.gz | Where-Object {
            $_.status -eq 200 -and -not $expected[$_.key].streamError -and $expected[$_.key].text
        }
        foreach ($exchange in $streams) {
            ConvertTo-Recording $exchange | Set-Content TestDrive:/genuine.jsonl
            $ignored = (ConvertFrom-Json $exchange.request -AsHashtable).Keys | ForEach-Object { "`$.$_" }
            Start-BRRecording TestDrive:/genuine.jsonl -Mode Replay -IgnoreMember (@($ignored) + '$.messages')
            $answer = Invoke-BRConverse 'anything' -ModelId $exchange.model -Stream 6>$null 3>$null
            Stop-BRRecording

            $answer.Text | Should -Be $expected[$exchange.key].text
            $answer.StopReason | Should -Be $expected[$exchange.key].stopReason
        }

        @($streams).Count | Should -BeGreaterThan 30
    }

    AfterEach {
        Stop-BRRecording
    }
}
