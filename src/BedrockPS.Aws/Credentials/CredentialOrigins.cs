using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>Says who would sign, as far as it is known without asking anybody.</summary>
internal static class CredentialOrigins
{
    public static CredentialOrigin? Find(CredentialContext context)
    {
        FoundCredentials found = CredentialsFinder.Find(context);
        TimedKeys? kept = context.Keys.FindFresh(found);
        return found.Origin == InstanceCredentials.Origin && kept is null
            ? null
            : new CredentialOrigin(
                found.Description, kept?.Keys.MaskedAccessKey ?? found.MaskedAccessKey, kept?.Expires);
    }
}
