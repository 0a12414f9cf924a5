BeforeDiscovery {
    $folder = $env:BEDROCKPS_PRICES ?? "$PSScriptRoot/../../../shared/prices"
    $isMissing = -not (Test-Path $folder)
}

Describe 'The price table that ships' {
    It 'is what the script makes of the public tables, byte by byte' -Skip:$isMissing {
        $folder = $env:BEDROCKPS_PRICES ?? "$PSScriptRoot/../../../shared/prices"
        $made = "$TestDrive/prices.json"
        & "$PSScriptRoot/../../eng/prices/New-PriceTable.ps1" -OutFile $made `
            -GenAiPrices $folder/genai-prices-aws.yml -GenAiPricesDate 2026-08-21 `
            -Portkey $folder/portkey-bedrock-pricing.json -PortkeyLimits $folder/portkey-bedrock-general.json `
            -PortkeyDate 2026-08-21 -ModelsDev $folder/models-dev-bedrock.json -ModelsDevDate 2026-07-02

        $shipped = "$PSScriptRoot/../../src/BedrockPS.Core/Usage/Data/prices.json"
        (Get-FileHash $made).Hash | Should -Be (Get-FileHash $shipped).Hash
    }
}
