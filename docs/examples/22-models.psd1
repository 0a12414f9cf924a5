@{
    # The models by what they are for; the version is part of the id, so that nothing changes by itself.
    Models    = @{
        triage = 'amazon.nova-micro-v1:0'
        report = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
    }

    # Where calls may be processed whose model is called through an inference profile.
    Geography = 'us', 'eu'

    MaxTokens = 1000
}
