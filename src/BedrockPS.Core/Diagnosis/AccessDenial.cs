using System.Text.RegularExpressions;
using BedrockPS.Catalog;

namespace BedrockPS.Diagnosis;

/// <summary>What the service says of a denial: it names the action, the resource and the kind of policy.</summary>
/// <param name="Action">The IAM action.</param>
/// <param name="Resource">The ARN that it was denied on; null where the service names none.</param>
/// <param name="Account">The caller's account; null where the service does not name the caller.</param>
/// <param name="Policy">The kind of policy that denies, or that would have to allow; null where it is not said.</param>
/// <param name="IsExplicit">Whether a policy denies, instead of none allowing.</param>
internal sealed partial record AccessDenial(
    string Action, string? Resource, string? Account, string? Policy, bool IsExplicit)
{
    /// <summary>Whether an allow in a policy of the caller's own is all that is missing.</summary>
    public bool IsForCaller => !IsExplicit && Policy is null or "identity-based policy";

    /// <summary>Reads a message; null where it does not tell what was denied.</summary>
    public static AccessDenial? Parse(string message)
    {
        Match match = Denial().Match(message);
        if (!match.Success)
        {
            return null;
        }

        Match reason = Reason().Match(message);
        return new AccessDenial(
            match.Groups["action"].Value,
            match.Groups["resource"] is { Success: true } resource ? resource.Value.TrimEnd('.', ',', '"') : null,
            Caller().Match(message) is { Success: true } caller ? caller.Groups["account"].Value : null,
            reason.Success ? reason.Groups["policy"].Value : null,
            reason.Groups["deny"].Success);
    }

    /// <summary>What a denial through a profile is about: the resource, taken apart.</summary>
    public ModelIdentifier? ReadResource() => Resource is null ? null : ModelIdentifier.Parse(Resource);

    [GeneratedRegex(@"not authorized to perform: (?<action>[a-z-]+:[A-Za-z*]+)(?: on resource: (?<resource>\S+))?")]
    private static partial Regex Denial();

    [GeneratedRegex(@"(?:(?<deny>explicit deny) in an?|because no) (?<policy>[A-Za-z -]*?polic(?:y|ies)|"
        + "permissions boundary)")]
    private static partial Regex Reason();

    [GeneratedRegex(@"User: arn:aws[a-z-]*:(?:sts|iam)::(?<account>[0-9]{12}):")]
    private static partial Regex Caller();
}
