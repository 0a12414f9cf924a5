namespace BedrockPS;

/// <summary>Whether a model can be called from here, by whom, and what stands against it.</summary>
public sealed class ModelAccess
{
    /// <summary>What was asked about, as it was given.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>
    /// True where a call succeeded, false where one cannot, null where nothing found speaks against one and none was
    /// made.
    /// </summary>
    public bool? CanInvoke { get; set; }

    /// <summary>The foundation model behind it, by id; null where that is not known.</summary>
    public string? FoundationModelId { get; set; }

    /// <summary>The ARN that AWS takes the caller for; null where it was not asked or did not say.</summary>
    public string? Identity { get; set; }

    /// <summary>The account of that identity.</summary>
    public string? AccountId { get; set; }

    /// <summary>Where the credentials come from.</summary>
    public string? Credentials { get; set; }

    /// <summary>The region that is called.</summary>
    public string? Region { get; set; }

    /// <summary>Where the region comes from.</summary>
    public string? RegionSource { get; set; }

    /// <summary>What the account may have of the model; null where the service did not say.</summary>
    public FoundationModelAvailability? Availability { get; set; }

    /// <summary>Where the model stands in its life; null where the service did not say.</summary>
    public ModelLifecycle? Lifecycle { get; set; }

    /// <summary>How the model can be called: <c>ON_DEMAND</c>, <c>PROVISIONED</c>, <c>INFERENCE_PROFILE</c>.</summary>
    public ReadableList<string> InferenceTypes { get; set; } = [];

    /// <summary>The inference profiles that contain the model and can be called from here, best first.</summary>
    public ReadableList<string> Profiles { get; set; } = [];

    /// <summary>What became of the call that was asked for; null where none was made.</summary>
    public ModelAccessTrial? Trial { get; set; }

    /// <summary>What is wrong, with what to do about it; empty where nothing is.</summary>
    public ReadableList<ModelAccessFinding> Findings { get; set; } = [];

    /// <summary>In a word.</summary>
    public override string ToString() => $"{ModelId}: " + CanInvoke switch
    {
        true => "can be called",
        false => "cannot be called",
        null when Availability is not null && Trial is null => "nothing speaks against a call",
        null => "could not be found out",
    };
}
