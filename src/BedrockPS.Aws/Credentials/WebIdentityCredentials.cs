using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Sts;

namespace BedrockPS.Aws.Credentials;

/// <summary>Keys of a role for whoever holds a token of an identity provider, as a pod of EKS does.</summary>
internal sealed class WebIdentityCredentials
{
    private const string FileVariable = "AWS_WEB_IDENTITY_TOKEN_FILE";
    private const string RoleVariable = "AWS_ROLE_ARN";
    private const string SessionVariable = "AWS_ROLE_SESSION_NAME";

    private readonly string _origin;
    private readonly RoleRequest _role;
    private readonly string _tokenFile;
    private readonly CredentialContext _context;
    private readonly CredentialProfile? _profile;

    private WebIdentityCredentials(
        string origin, RoleRequest role, string tokenFile, CredentialContext context, CredentialProfile? profile)
    {
        _origin = origin;
        _role = role;
        _tokenFile = tokenFile;
        _context = context;
        _profile = profile;
    }

    /// <summary>The identity that the environment names; null where it names none.</summary>
    public static FoundCredentials? FindInEnvironment(CredentialContext context)
    {
        if (Text.OfVariable(FileVariable) is not { } file)
        {
            return null;
        }

        string arn = Text.OfVariable(RoleVariable) ?? throw AwsError.IncompleteKeys(FileVariable, RoleVariable);
        RoleRequest role = new(arn, Text.OfVariable(SessionVariable));
        return new WebIdentityCredentials("web identity", role, file, context, null).ToFound() with
        {
            ChosenBy = FileVariable,
        };
    }

    /// <summary>Credentials of a profile with a <c>web_identity_token_file</c>.</summary>
    public static FoundCredentials Create(CredentialProfile profile, CredentialContext context)
    {
        string origin = ProfileCredentials.OriginOf(profile);
        return profile.Options.RoleArn is null
            ? throw AwsError.Unusable(origin, "it has a web_identity_token_file, but no role_arn to use it for.")
            : new WebIdentityCredentials(
                origin, RoleRequest.Of(profile), profile.Options.WebIdentityTokenFile, context, profile).ToFound();
    }

    private FoundCredentials ToFound() => new(
        _origin, Digest.Of("web", _role.Identity, _tokenFile, StsEndpoint.Override(_profile)), AssumeAsync)
    {
        Detail = $"role {_role.Arn}" + (_profile is null ? string.Empty : " through its web identity"),
    };

    private async Task<TimedKeys> AssumeAsync(CancellationToken token)
    {
        string identity = await ReadTokenAsync(token).ConfigureAwait(false);
        StsClient sts = StsClient.Create(_context, _profile, sourceRegion: null);
        try
        {
            return await sts.AssumeRoleWithWebIdentityAsync(_role, identity, token).ConfigureAwait(false);
        }
        catch (StsException e)
        {
            throw AwsError.RoleNotAssumed(_origin, _role.Arn, e, StsAdvice.OfWebIdentity(e, _role, _tokenFile, sts));
        }
    }

    // At each renewal: whoever wrote the file replaces the token long before the role's keys end.
    private async Task<string> ReadTokenAsync(CancellationToken token) =>
        Text.OrNull(await TextFile.ReadAsync(_tokenFile, _origin, token).ConfigureAwait(false))
        ?? throw AwsError.Unusable(_origin, $"its token file '{_tokenFile}' is empty.");
}
