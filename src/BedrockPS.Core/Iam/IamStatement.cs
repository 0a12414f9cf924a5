namespace BedrockPS;

/// <summary>A statement of an IAM policy.</summary>
public class IamStatement
{
    /// <summary>What the statement is for, in letters and digits.</summary>
    public string Sid { get; set; } = string.Empty;

    /// <summary><c>Allow</c> or <c>Deny</c>.</summary>
    public string Effect { get; set; } = "Allow";

    /// <summary>The actions.</summary>
    public string[] Action { get; set; } = [];

    /// <summary>The ARNs that they may be done to.</summary>
    public string[] Resource { get; set; } = [];

    /// <summary>The statement's name.</summary>
    public override string ToString() => Sid;
}
