using BedrockPS.Http;

namespace BedrockPS.Diagnosis;

/// <summary>Reads of the control plane of which any may fail: what fails is noted, and the others go on.</summary>
internal sealed class CatalogReads
{
    private readonly SortedSet<string> _denied = new(StringComparer.Ordinal);

    /// <summary>The IAM actions that were denied.</summary>
    public IReadOnlyCollection<string> Denied => _denied;

    /// <summary>Failures other than denials, first to last.</summary>
    public List<BedrockException> Failures { get; } = [];

    /// <summary>Whether asking further is of no use.</summary>
    public bool IsOver => Failures.Exists(AccessFailure.EndsAll);

    /// <summary>Makes a read.</summary>
    /// <param name="action">The IAM action that it needs.</param>
    /// <param name="read">The read.</param>
    /// <returns>What was read; else whether the service says that it is not there, instead of nothing.</returns>
    public async Task<(T? Value, bool IsMissing)> TryAsync<T>(string action, Func<Task<T>> read)
        where T : class
    {
        if (IsOver)
        {
            return (null, false);
        }

        try
        {
            return (await read().ConfigureAwait(false), false);
        }
        catch (BedrockException e) when (AccessFailure.IsMissing(e))
        {
            return (null, true);
        }
        catch (BedrockException e) when (e.ErrorCode == ErrorCodes.AccessDenied)
        {
            _denied.Add(AccessDenial.Parse(e.Message)?.Action ?? action);
        }
        catch (BedrockException e)
        {
            Failures.Add(e);
        }

        return (null, false);
    }
}
