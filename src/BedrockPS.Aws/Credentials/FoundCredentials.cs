using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>A source of keys that was chosen; nothing has been asked of it yet.</summary>
/// <param name="Origin">What the user calls it, such as <c>profile 'ops'</c>.</param>
/// <param name="Identity">
/// A digest of all that the keys follow from: two sources of one identity give the same keys.
/// </param>
/// <param name="ReadAsync">Gets new keys; a failure is a <see cref="BedrockException"/> in the user's words.</param>
internal sealed record FoundCredentials(
    string Origin, string Identity, Func<CancellationToken, Task<TimedKeys>> ReadAsync)
{
    /// <summary>What said that this source is to be used, such as <c>AWS_PROFILE</c>.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>How the source comes by its keys, such as <c>role arn:... through profile 'base'</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>The access key id of keys that are written out, masked.</summary>
    public string? MaskedAccessKey { get; init; }

    /// <summary>Whether keys cost a call or a process, and so are kept for the session.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>The origin with its reason and its detail.</summary>
    public string Description =>
        Origin + (ChosenBy is null ? string.Empty : $" ({ChosenBy})") + (Detail is null ? string.Empty : $": {Detail}");

    /// <summary>Keys that are at hand.</summary>
    public static FoundCredentials OfKeys(string origin, AwsKeys keys)
    {
        Task<TimedKeys> read = Task.FromResult(new TimedKeys(keys));
        return new FoundCredentials(
            origin, Digest.Of("keys", keys.AccessKey, keys.SecretKey, keys.SessionToken), _ => read)
        {
            IsKept = false,
            MaskedAccessKey = keys.MaskedAccessKey,
        };
    }

    /// <summary>The description; the source itself may hold keys.</summary>
    public override string ToString() => Description;
}
