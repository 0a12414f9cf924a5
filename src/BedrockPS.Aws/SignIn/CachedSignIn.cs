using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using BedrockPS.Aws.Endpoints;

namespace BedrockPS.Aws.SignIn;

/// <summary>A sign-in that a person has made and that lies in a file, renewed as long as its session lasts.</summary>
/// <remarks>
/// The SDK has managers for both kinds of files. They keep in memory what they once read, go on where a file cannot be
/// written and say nothing of it, write over a file that others may be reading, and leave the directory's place and its
/// rights as they find them; a sign-in in another window would not be seen.
/// </remarks>
internal abstract class CachedSignIn(ProfileServices services, TimeProvider clock)
{
    // Shorter than what any of these tokens is issued for, and longer than the call that follows takes.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    // Runspaces share these files, if nothing else, and a refresh token may be good for one use only.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <summary>The file, where the AWS CLI has it too.</summary>
    public abstract string Path { get; }

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected ServiceClient Client { get; } = new(services, clock);

    /// <summary>What the file holds, renewed if it is about to end.</summary>
    /// <exception cref="BedrockException"><c>SignInRequired</c>: only a person can renew it.</exception>
    public async Task<JsonObject> GetAsync(CancellationToken token)
    {
        SemaphoreSlim gate = Gates.GetOrAdd(Path, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(token).ConfigureAwait(false);
        try
        {
            JsonObject? cached = PrivateFile.Read(Path);
            return IsGoodFor(cached, Margin) ? cached : await RenewAsync(cached, token).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>When the sign-in ends; null where the file does not hold a usable one.</summary>
    protected abstract DateTimeOffset? ExpiresAt(JsonObject cached);

    /// <summary>Whether the file holds what a renewal takes.</summary>
    protected abstract bool CanRenew(JsonObject cached);

    /// <summary>Asks the service for a new file's content.</summary>
    /// <exception cref="ServiceFailure">The service refused, or was not reached.</exception>
    protected abstract Task<JsonObject> AskToRenewAsync(JsonObject cached, CancellationToken token);

    /// <summary>What to say where only a person can go on.</summary>
    protected abstract BedrockException SignInRequired(ServiceFailure? reason);

    /// <summary>What to say where the service failed.</summary>
    protected abstract BedrockException Unrenewed(ServiceFailure reason);

    private async Task<JsonObject> RenewAsync(JsonObject? cached, CancellationToken token)
    {
        if (cached is null || !CanRenew(cached))
        {
            return IsGoodFor(cached, TimeSpan.Zero) ? cached : throw SignInRequired(null);
        }

        try
        {
            JsonObject renewed = await AskToRenewAsync(cached, token).ConfigureAwait(false);
            Save(renewed);
            return renewed;
        }
        catch (ServiceFailure failure)
        {
            // Another program may have used the refresh token a moment before, and have written what it got.
            JsonObject? current = PrivateFile.Read(Path);
            return IsGoodFor(current, TimeSpan.Zero) ? current : throw Unrenewed(failure);
        }
    }

    // What was renewed is good for this session even where the disk is full or the home is not ours to write to.
    private void Save(JsonObject renewed)
    {
        try
        {
            PrivateFile.Write(Path, renewed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private bool IsGoodFor([NotNullWhen(true)] JsonObject? cached, TimeSpan time) =>
        cached is not null && ExpiresAt(cached) > Now + time;
}
