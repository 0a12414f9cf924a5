using System.Net;
using Amazon;
using Amazon.Runtime.Signing;
using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Regions;

namespace BedrockPS.Aws.Signing;

/// <summary>Signs each request for Bedrock with the keys that are valid when it is sent.</summary>
/// <remarks>
/// No DelegatingHandler, because that would dispose the handler it was given, which is the caller's.
/// </remarks>
internal sealed class BedrockSigner : HttpMessageHandler
{
    private const string Service = "bedrock";

    private static readonly string[] SignatureHeaders =
        ["Authorization", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-SHA256"];

    private readonly CredentialsLookup _credentials;
    private readonly RegionEndpoint _region;
    private readonly HttpMessageHandler _inner;

    private BedrockSigner(CredentialsLookup credentials, RegionEndpoint region, HttpMessageHandler inner)
    {
        _credentials = credentials;
        _region = region;
        _inner = inner;
    }

    public static BedrockSigner Create(
        AwsSettings settings, string region, KeyCache keys, HttpMessageHandler inner) =>
        new(new CredentialsLookup(settings, region, keys), RegionNames.Resolve(region), inner);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AwsKeys keys = await _credentials.GetKeysAsync(cancellationToken).ConfigureAwait(false);
        RemoveSignature(request);

        // One for each request, around keys already at hand: the SDK's handler would wait for them without a token.
        SigV4SigningHandler signer = new(CreateParameters(keys, request), _inner);
        HttpMessageInvoker invoker = new(signer, disposeHandler: false);
        HttpResponseMessage response = await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (CallsKeysExpired(response))
        {
            _credentials.Drop(keys);
        }

        return response;
    }

    // Before their time, as of a process that does not say when its keys end. Keys that the service does not know
    // stay: in a region that the account has not opted in to, new ones would fare no better, at a code for each.
    private static bool CallsKeysExpired(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Forbidden
        && response.Headers.TryGetValues("x-amzn-ErrorType", out IEnumerable<string>? types)
        && types.Any(type => type.StartsWith("ExpiredToken", StringComparison.Ordinal));

    private AWSSigV4Parameters CreateParameters(AwsKeys keys, HttpRequestMessage request) => new()
    {
        Credentials = StaticKeys.ToSdk(keys),
        Region = _region,
        Service = Service,
        SignedAt = request.Options.TryGetValue(SigningTime.Key, out DateTimeOffset time) ? time.UtcDateTime : null,
    };

    // On a second send the SDK would take the first one's hash on trust, and sign a token these keys may not have.
    private static void RemoveSignature(HttpRequestMessage request)
    {
        foreach (string name in SignatureHeaders)
        {
            request.Headers.Remove(name);
        }
    }
}
