using Amazon.Runtime.CredentialManagement;

namespace BedrockPS.Aws.Credentials;

/// <summary>Whose keys a role is assumed with.</summary>
/// <param name="Credentials">The keys.</param>
/// <param name="Region">The region of the profile that they are in; null where it has none.</param>
internal sealed record RoleSource(FoundCredentials Credentials, string? Region = null)
{
    public static RoleSource Of(CredentialProfile profile, CredentialContext context, RoleChain chain) =>
        (Text.OrNull(profile.Options.SourceProfile), Text.OrNull(profile.Options.CredentialSource)) switch
        {
            ({ } name, null) => OfProfile(name, profile, context, chain),
            (null, { } place) => new RoleSource(OfPlace(place, profile, context)),
            (null, null) => throw Unusable(profile, "it has a role_arn, but neither source_profile nor "
                + "credential_source says whose keys to assume the role with."),
            _ => throw Unusable(profile, "it has both source_profile and credential_source; remove one."),
        };

    private static RoleSource OfProfile(
        string name, CredentialProfile profile, CredentialContext context, RoleChain chain)
    {
        // So that one profile can hold a role and the keys to assume it with.
        if (name == profile.Name && StaticKeys.Find(profile) is { } own)
        {
            return new RoleSource(own);
        }

        RoleChain longer = chain.Add(name);
        CredentialProfile source = context.Profiles.Find(name)
            ?? throw AwsError.SourceProfileNotFound(profile.Name, name, context.Profiles.Files);
        return new RoleSource(ProfileCredentials.GetSource(source, context, longer), source.Region?.SystemName);
    }

    private static FoundCredentials OfPlace(string place, CredentialProfile profile, CredentialContext context)
    {
        string origin = $"its credential_source is {place}, but ";
        return place.ToUpperInvariant() switch
        {
            "ENVIRONMENT" => StaticKeys.FindInEnvironment()
                ?? throw Unusable(profile, origin + "AWS_ACCESS_KEY_ID is not set."),
            "ECSCONTAINER" => ContainerCredentials.Find(context)
                ?? throw Unusable(profile, origin + "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set."),
            "EC2INSTANCEMETADATA" => InstanceCredentials.Create(
                context, reason => Unusable(profile, origin + $"the instance's metadata gave no keys ({reason}).")),
            _ => throw Unusable(
                profile, $"its credential_source is '{place}'; it can be Environment, EcsContainer or "
                + "Ec2InstanceMetadata."),
        };
    }

    private static BedrockException Unusable(CredentialProfile profile, string cause) =>
        AwsError.Unusable(ProfileCredentials.OriginOf(profile), cause);
}
