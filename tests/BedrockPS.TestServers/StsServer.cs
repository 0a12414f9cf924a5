using System.Collections.Concurrent;
using System.Globalization;

namespace BedrockPS.TestServers;

/// <summary>
/// Stands for STS: knows keys and their secrets, checks every signature, gives keys of roles that it then knows too.
/// </summary>
public sealed class StsServer : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, StsKeys> _keys = new();
    private readonly ConcurrentQueue<LoopbackReply> _faults = new();
    private StsKeys? _grant;
    private int _issued;

    /// <summary>A server that knows nobody yet.</summary>
    public StsServer(TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _server = new LoopbackServer(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Uri => _server.Uri;

    /// <summary>What it was asked.</summary>
    public IReadOnlyList<CaughtRequest> Requests => _server.Requests;

    /// <summary>How long keys are good that nobody asked a duration for.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The code that the MFA devices show; a request with a device and another code is refused.</summary>
    public string MfaCode { get; set; } = "123456";

    /// <summary>The external id that every role asks for; null where none does.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The token that the identity provider has given out.</summary>
    public string IdentityToken { get; set; } = "identity-token";

    /// <summary>How far its clock is ahead of the test's; a signature of another time is refused.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>Waited for before each answer.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Makes a pair of lasting keys known.</summary>
    public void AddUser(string accessKey, string secretKey, string arn = "arn:aws:iam::111122223333:user/u") =>
        _keys[accessKey] = new StsKeys(accessKey, secretKey, Token: null, arn, DateTimeOffset.MaxValue);

    /// <summary>From now on every role has the same keys, which another server may know.</summary>
    public void Grant(string accessKey, string secretKey) =>
        _grant = new StsKeys(accessKey, secretKey, "granted-token", Arn: string.Empty, DateTimeOffset.MaxValue);

    /// <summary>The keys of an id, given out or made known.</summary>
    public StsKeys KeysOf(string accessKey) => _keys[accessKey];

    /// <summary>The next answer is this one, whatever is asked; several stand in line.</summary>
    public void AnswerNext(LoopbackReply reply) => _faults.Enqueue(reply);

    /// <summary>The next answer is an error.</summary>
    public void FailNext(string code, string message, int status = 400) =>
        AnswerNext(StsXml.Error(code, message, status));

    /// <summary>Waits for the next request that nobody has waited for yet.</summary>
    public Task WhenAskedAsync() => _server.WhenAskedAsync();

    private DateTimeOffset Now => _clock.GetUtcNow() + ClockOffset;

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private async Task<LoopbackReply> AnswerAsync(CaughtRequest request)
    {
        await Before();
        if (_faults.TryDequeue(out LoopbackReply? fault))
        {
            return fault;
        }

        LoopbackReply reply = request.Form["Version"] != "2011-06-15"
            ? StsXml.Error("NoSuchVersion", "No such version.", 400)
            : request.Form["Action"] switch
            {
                "AssumeRoleWithWebIdentity" => AnswerIdentity(request),
                "AssumeRole" => FindFault(request) ?? AnswerRole(request),
                "GetCallerIdentity" => FindFault(request) ?? StsXml.Identity(_keys[request.AccessKey]),
                string other => StsXml.Error("InvalidAction", $"No action {other}.", 400),
            };
        return reply with { Headers = new Dictionary<string, string> { ["Date"] = $"{Now:R}" } };
    }

    private LoopbackReply AnswerIdentity(CaughtRequest request) => (request.FindHeader("Authorization"),
        request.Form["WebIdentityToken"] == IdentityToken) switch
    {
        (not null, _) => StsXml.Error("InvalidAction", "This action is not signed.", 400),
        (_, false) => StsXml.Error("InvalidIdentityToken", "The token is not one that the provider gave.", 400),
        _ => Issue(request),
    };

    private LoopbackReply AnswerRole(CaughtRequest request)
    {
        IReadOnlyDictionary<string, string> form = request.Form;
        if (form.ContainsKey("SerialNumber") && form.GetValueOrDefault("TokenCode") != MfaCode)
        {
            return StsXml.Error(
                "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.", 403);
        }

        return form.GetValueOrDefault("ExternalId") == ExternalId
            ? Issue(request)
            : StsXml.Error(
                "AccessDenied",
                $"User: {_keys[request.AccessKey].Arn} is not authorized to perform: sts:AssumeRole on resource: "
                + form["RoleArn"],
                403);
    }

    private LoopbackReply Issue(CaughtRequest request)
    {
        IReadOnlyDictionary<string, string> form = request.Form;
        int number = Interlocked.Increment(ref _issued);
        TimeSpan lifetime = form.TryGetValue("DurationSeconds", out string? seconds)
            ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))
            : Lifetime;
        string arn = form["RoleArn"].Replace(":iam:", ":sts:").Replace(":role/", ":assumed-role/");
        StsKeys keys = new(
            _grant?.AccessKey ?? $"ASIA{number:D16}",
            _grant?.SecretKey ?? $"secret/of+role {number}",
            _grant?.Token ?? $"token/of+role={number}",
            $"{arn}/{form["RoleSessionName"]}",
            Now + lifetime);
        _keys[keys.AccessKey] = keys;
        return StsXml.Credentials(form["Action"], keys);
    }

    private string? FindTimeFault(CaughtRequest request)
    {
        DateTimeOffset signed = DateTimeOffset.ParseExact(
            request.Header("x-amz-date"), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);
        return (signed - Now).Duration() < TimeSpan.FromMinutes(5)
            ? null
            : $"Signature {(signed < Now ? "expired" : "not yet current")}: {signed:O} is not {Now:O}";
    }

    // As the service does: first whether it knows the keys, then whether they signed this.
    private LoopbackReply? FindFault(CaughtRequest request)
    {
        if (!_keys.TryGetValue(request.AccessKey, out StsKeys? keys)
            || keys.Token != request.FindHeader("X-Amz-Security-Token"))
        {
            return StsXml.Error("InvalidClientTokenId", "The security token included in the request is invalid.", 403);
        }

        if (keys.Expires <= Now)
        {
            return StsXml.Error("ExpiredToken", "The security token included in the request is expired", 403);
        }

        string? fault = request.Scope.EndsWith("/sts/aws4_request", StringComparison.Ordinal)
            ? SignatureV4.FindFault(request, keys.SecretKey)
            : "The scope is not that of STS.";
        fault ??= FindTimeFault(request);
        return fault is null ? null : StsXml.Error("SignatureDoesNotMatch", fault, 403);
    }
}
