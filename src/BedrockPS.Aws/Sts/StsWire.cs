using System.Xml.Linq;
using Amazon.Runtime.Signing;
using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Regions;
using BedrockPS.Http;

namespace BedrockPS.Aws.Sts;

/// <summary>Sends a form to STS, signed or not, until it succeeds or is not worth another try.</summary>
internal sealed class StsWire(Uri endpoint, string region, HttpMessageHandler sockets, TimeProvider clock)
{
    private const string Version = "2011-06-15";
    private const int MaxAttempts = 3;
    private const int MaxAnswer = 256 * 1024;

    // Of a whole call, its retries included: the caller waits for a model, not for this.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public string Region => region;

    /// <summary>The root of the answer's XML.</summary>
    /// <exception cref="StsException">STS refused, or could not be reached.</exception>
    public async Task<XElement> SendAsync(
        IReadOnlyDictionary<string, string?> form, AwsKeys? keys, CancellationToken token)
    {
        using CancellationTokenSource limit = new(Limit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            return await RetryAsync(form, keys, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new StsException(null, $"{endpoint.Authority} has not answered in {Limit.TotalSeconds:0} s");
        }
    }

    private async Task<XElement> RetryAsync(
        IReadOnlyDictionary<string, string?> form, AwsKeys? keys, CancellationToken token)
    {
        TimeSpan offset = TimeSpan.Zero;
        for (int attempt = 1; ; attempt++)
        {
            long sentAt = clock.GetTimestamp();
            try
            {
                return await SendOnceAsync(form, keys, clock.GetUtcNow() + offset, token).ConfigureAwait(false);
            }
            catch (StsException e)
                when (attempt < MaxAttempts && offset == TimeSpan.Zero && MeasureSkew(e, sentAt) is { } skew)
            {
                offset = skew;
            }
            catch (StsException e) when (e.IsPassing && attempt < MaxAttempts)
            {
                TimeSpan wait = TimeSpan.FromSeconds(Random.Shared.NextDouble() * attempt);
                await Task.Delay(wait, clock, token).ConfigureAwait(false);
            }
        }
    }

    private async Task<XElement> SendOnceAsync(
        IReadOnlyDictionary<string, string?> form, AwsKeys? keys, DateTimeOffset signedAt, CancellationToken token)
    {
        using HttpClient client = new(keys is null ? sockets : Sign(keys, signedAt), disposeHandler: false)
        {
            MaxResponseContentBufferSize = MaxAnswer,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        using HttpRequestMessage request = new(HttpMethod.Post, endpoint) { Content = Encode(form) };
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, token).ConfigureAwait(false);
            byte[] body = await response.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? StsAnswer.Parse(body)
                : throw StsAnswer.ReadFailure(response, body);
        }
        catch (Exception e) when (IsConnectionFailure(e) && !token.IsCancellationRequested)
        {
            throw new StsException(null, $"{endpoint.Authority} could not be reached: {SafeMessage.Of(Reason(e))}")
            {
                IsPassing = true,
            };
        }
    }

    // The model's call is corrected where this machine's clock is wrong: it must not fail for want of its role.
    private TimeSpan? MeasureSkew(StsException refusal, long sentAt) =>
        refusal.Code is { } code
        && ClockSkew.Measure(code, refusal.ServerTime, clock.GetUtcNow(), clock.GetElapsedTime(sentAt)) is { } skew
        && ClockSkew.Matters(skew)
            ? skew
            : null;

    private SigV4SigningHandler Sign(AwsKeys keys, DateTimeOffset signedAt) => new(
        new AWSSigV4Parameters
        {
            Credentials = StaticKeys.ToSdk(keys),
            Region = RegionNames.Resolve(region),
            Service = "sts",
            SignedAt = signedAt.UtcDateTime,
        },
        sockets);

    private static FormUrlEncodedContent Encode(IReadOnlyDictionary<string, string?> form) =>
        new(form.Append(new("Version", Version)).Where(field => field.Value is not null)!);

    // The sockets' own limit for a connection ends in a cancellation that nobody asked for.
    private static bool IsConnectionFailure(Exception e) =>
        e is HttpRequestException || e is OperationCanceledException { InnerException: TimeoutException };

    // The outer message is often no more than "An error occurred while sending the request".
    private static Exception Reason(Exception e) => e.InnerException ?? e;
}
