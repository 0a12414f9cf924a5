namespace BedrockPS;

/// <summary>The service's words for what an account may have of a model; others may come.</summary>
public static class AvailabilityStatus
{
    /// <summary>It is there.</summary>
    public const string Available = "AVAILABLE";

    /// <summary>It was asked for and is on its way.</summary>
    public const string Pending = "PENDING";

    /// <summary>It is not there.</summary>
    public const string NotAvailable = "NOT_AVAILABLE";

    /// <summary>It was asked for in vain.</summary>
    public const string Error = "ERROR";

    /// <summary>The account may call the model.</summary>
    public const string Authorized = "AUTHORIZED";

    /// <summary>The account may not call the model.</summary>
    public const string NotAuthorized = "NOT_AUTHORIZED";
}
