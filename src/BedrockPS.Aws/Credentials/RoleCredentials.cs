using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Sts;

namespace BedrockPS.Aws.Credentials;

/// <summary>Keys of a role that a profile assumes: <c>role_arn</c> through <c>source_profile</c> or another.</summary>
internal sealed class RoleCredentials
{
    private readonly CredentialProfile _profile;
    private readonly CredentialContext _context;
    private readonly RoleSource _source;
    private readonly RoleRequest _role;

    private RoleCredentials(CredentialProfile profile, CredentialContext context, RoleSource source)
    {
        _profile = profile;
        _context = context;
        _source = source;
        _role = RoleRequest.Of(profile);
    }

    /// <summary>Credentials of a profile with a role; the chain to its keys is walked now, without a call.</summary>
    public static FoundCredentials Create(CredentialProfile profile, CredentialContext context, RoleChain chain) =>
        new RoleCredentials(profile, context, RoleSource.Of(profile, context, chain)).ToFound();

    private string Origin => ProfileCredentials.OriginOf(_profile);

    private FoundCredentials ToFound() => new(
        Origin, Digest.Of(_role.Identity, _source.Credentials.Identity, StsEndpoint.Override(_profile)), AssumeAsync)
    {
        Detail = $"role {_role.Arn} through {_source.Credentials.Description}",
    };

    private async Task<TimedKeys> AssumeAsync(CancellationToken token)
    {
        AwsKeys keys = await _context.Keys.GetAsync(_source.Credentials, token).ConfigureAwait(false);
        string? code = await MfaCode.AskAsync(_profile, _context.Settings.AskMfaCode, token).ConfigureAwait(false);
        StsClient sts = StsClient.Create(_context, _profile, _source.Region);
        try
        {
            return await sts.AssumeRoleAsync(_role, code, keys, token).ConfigureAwait(false);
        }
        catch (StsException e)
        {
            _context.Keys.Drop(_source.Credentials, keys, e);
            throw AwsError.RoleNotAssumed(Origin, _role.Arn, e, StsAdvice.OfRole(e, _role, _source.Credentials, sts));
        }
    }
}
