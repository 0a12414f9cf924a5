namespace BedrockPS;

/// <summary>What may become of a tool call.</summary>
public static class ToolCallStatus
{
    /// <summary>It ran, and its output went to the model.</summary>
    public const string Success = "success";

    /// <summary>It ran and failed; the model was told how.</summary>
    public const string Error = "error";

    /// <summary>It took longer than its limit and was stopped.</summary>
    public const string Timeout = "timeout";

    /// <summary>It was not run: no such tool was declared, or its arguments do not fit.</summary>
    public const string Refused = "refused";

    /// <summary>It was not run: the policy forbids it, or nobody was there to say yes.</summary>
    public const string Denied = "denied";

    /// <summary>It was not run: a person said no.</summary>
    public const string Declined = "declined";

    /// <summary>It was not run: -WhatIf.</summary>
    public const string WhatIf = "whatIf";
}
