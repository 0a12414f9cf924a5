using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that list what can be called: ids are asked for, wildcards are looked for.</summary>
public abstract class CatalogCommandBase : AwsCommandBase
{
    private protected override string Service => EndpointAddress.ControlPlane;

    /// <summary>Whether a text fits a pattern, in which wildcards are allowed.</summary>
    private protected static bool IsLike(string? text, string pattern) =>
        text is not null && WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text);

    /// <summary>Writes what was wanted: each as soon as it is there, and no page more than is asked for.</summary>
    /// <param name="wanted">Ids, ARNs and names; wildcards are allowed. Null for all.</param>
    /// <param name="kind">How the things are listed, found and named.</param>
    private protected void WriteFound<T>(string[]? wanted, CatalogKind<T> kind)
        where T : class
    {
        foreach (string pattern in wanted ?? ["*"])
        {
            try
            {
                if (WildcardPattern.ContainsWildcardCharacters(pattern))
                {
                    WriteListed(pattern, kind);
                }
                else
                {
                    WriteNamed(pattern, kind);
                }
            }
            catch (BedrockException failure)
            {
                WriteFailure(failure, pattern);
            }
        }
    }

    private int WriteListed<T>(string pattern, CatalogKind<T> kind)
        where T : class
    {
        List<T> all = [];
        int written = 0;
        foreach (T item in Pull(kind.List(Connection, StopToken)))
        {
            all.Add(item);
            if (kind.Keeps(item) && Array.Exists(kind.NamesOf(item), name => IsLike(name, pattern)))
            {
                WriteObject(item);
                written++;
            }
        }

        kind.Remember?.Invoke(all);
        return written;
    }

    // Of an id the service tells more than of an item of a list. Names are for people, who may use them too.
    private void WriteNamed<T>(string name, CatalogKind<T> kind)
        where T : class
    {
        try
        {
            ModelPath.Check(name);
            T item = Wait(kind.Get(Connection, name, StopToken));
            if (kind.Keeps(item))
            {
                WriteObject(item);
            }
        }
        catch (BedrockException failure) when (
            failure.ErrorCode is ErrorCodes.ResourceNotFound or ErrorCodes.Validation or ClientErrorCode.InvalidRequest
            && !ModelIdentifier.Parse(name).IsArn)
        {
            if (WriteListed(WildcardPattern.Escape(name), kind) == 0)
            {
                throw new BedrockException(
                    ErrorCodes.ResourceNotFound, $"There is no {kind.Noun} with the id or name '{name}' here.", failure)
                {
                    StatusCode = failure.StatusCode,
                    RequestId = failure.RequestId,
                };
            }
        }
    }
}
