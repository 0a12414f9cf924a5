namespace BedrockPS.Aws.Credentials;

/// <summary>The profiles of which each assumes its role through the next, from the one that was asked for.</summary>
/// <param name="Names">The names so far.</param>
internal sealed record RoleChain(params string[] Names)
{
    /// <summary>The chain with one more profile, which must not be in it yet.</summary>
    public RoleChain Add(string name)
    {
        RoleChain longer = new([.. Names, name]);
        return Names.Contains(name, StringComparer.Ordinal) ? throw longer.ToLoop() : longer;
    }

    /// <summary>The error of a chain that comes back to where it was.</summary>
    public BedrockException ToLoop() => AwsError.Unusable(
        $"profile '{Names[0]}'",
        $"its source_profile leads in a circle: {string.Join(" -> ", Names)}. One of them needs keys of its own.");
}
