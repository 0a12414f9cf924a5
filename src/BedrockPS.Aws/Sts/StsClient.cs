using System.Globalization;
using System.Xml.Linq;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Endpoints;

namespace BedrockPS.Aws.Sts;

/// <summary>The three operations of STS that credentials need.</summary>
internal sealed class StsClient
{
    private readonly StsWire _wire;
    private readonly TimeProvider _clock;

    private StsClient(StsWire wire, TimeProvider clock)
    {
        _wire = wire;
        _clock = clock;
    }

    /// <summary>The region that is asked.</summary>
    public string Region => _wire.Region;

    /// <summary>A client for a profile's calls, in its own region before any other.</summary>
    public static StsClient Create(CredentialContext context, CredentialProfile? profile, string? sourceRegion)
    {
        string region = profile?.Region?.SystemName
            ?? Text.OrNull(context.Settings.Region)
            ?? sourceRegion
            ?? context.Region
            ?? throw new InvalidOperationException("Keys are asked for without a region to sign for.");
        return Open(context, profile, region);
    }

    /// <summary>A client that asks in a region which is known already.</summary>
    public static StsClient Open(CredentialContext context, CredentialProfile? profile, string region)
    {
        Uri endpoint = StsEndpoint.Find(profile, region);
        StsWire wire = new(endpoint, region, new ProfileServices(profile).FindSockets(endpoint), context.Clock);
        return new StsClient(wire, context.Clock);
    }

    public async Task<TimedKeys> AssumeRoleAsync(RoleRequest role, string? code, AwsKeys keys, CancellationToken token)
    {
        Dictionary<string, string?> form = ToForm(role, "AssumeRole");
        form["ExternalId"] = role.ExternalId;
        form["SerialNumber"] = role.MfaSerial;
        form["TokenCode"] = code;
        return StsAnswer.ReadKeys(await _wire.SendAsync(form, keys, token).ConfigureAwait(false));
    }

    public async Task<TimedKeys> AssumeRoleWithWebIdentityAsync(
        RoleRequest role, string identityToken, CancellationToken token)
    {
        Dictionary<string, string?> form = ToForm(role, "AssumeRoleWithWebIdentity");
        form["WebIdentityToken"] = identityToken;
        return StsAnswer.ReadKeys(await _wire.SendAsync(form, keys: null, token).ConfigureAwait(false));
    }

    public async Task<CallerIdentity> GetCallerIdentityAsync(AwsKeys keys, CancellationToken token)
    {
        Dictionary<string, string?> form = new() { ["Action"] = "GetCallerIdentity" };
        XElement answer = await _wire.SendAsync(form, keys, token).ConfigureAwait(false);
        return StsAnswer.ReadIdentity(answer);
    }

    private Dictionary<string, string?> ToForm(RoleRequest role, string action) => new()
    {
        ["Action"] = action,
        ["RoleArn"] = role.Arn,
        ["RoleSessionName"] = role.SessionName ?? $"BedrockPS-{_clock.GetUtcNow().ToUnixTimeMilliseconds()}",
        ["DurationSeconds"] = role.DurationSeconds?.ToString(CultureInfo.InvariantCulture),
    };
}
