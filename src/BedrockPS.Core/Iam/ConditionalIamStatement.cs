namespace BedrockPS;

/// <summary>A statement of an IAM policy that holds under a condition.</summary>
/// <remarks>A type of its own, because ConvertTo-Json writes a null member and IAM refuses a null condition.</remarks>
public sealed class ConditionalIamStatement : IamStatement
{
    /// <summary>The operators, such as <c>StringEquals</c>: for each, the keys and the values they may have.</summary>
    public IDictionary<string, IDictionary<string, string[]>> Condition { get; set; } =
        new Dictionary<string, IDictionary<string, string[]>>();
}
