namespace BedrockPS.Aws.Credentials;

/// <summary>A value, and what the user calls the place it came from.</summary>
internal readonly record struct NamedValue(string Name, string? Value)
{
    public static NamedValue OfVariable(string name) => new(name, Text.OfVariable(name));

    // A record would print the value, which may be a secret.
    public override string ToString() => Name;
}
