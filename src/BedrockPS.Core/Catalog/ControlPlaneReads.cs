using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Catalog;

/// <summary>The two ways of asking the control plane: for one thing, and for a list page by page.</summary>
internal static class ControlPlaneReads
{
    public static async Task<TResult> ReadAsync<TAnswer, TResult>(
        this BedrockConnection connection,
        string path,
        JsonTypeInfo<TAnswer> type,
        Func<TAnswer, TResult?> select,
        string expected,
        CancellationToken token)
        where TAnswer : class
        where TResult : class
    {
        using HttpRequestMessage get = new(HttpMethod.Get, connection.UriOf(path));
        (HttpResponseMessage head, byte[] body) = await connection.SendAsync(get, token).ConfigureAwait(false);
        try
        {
            return select(BedrockJson.Read(body, type)) ?? throw new JsonException("the member that counts is missing");
        }
        catch (JsonException e)
        {
            throw ResponseFacts.Unexpected(head, $"not with {expected}", body, e);
        }
    }

    /// <summary>Each item as it is asked for: whoever has had enough ends the paging.</summary>
    public static async IAsyncEnumerable<TItem> ReadPagesAsync<TPage, TItem>(
        this BedrockConnection connection,
        string path,
        (string Name, string? Value)[] filters,
        JsonTypeInfo<TPage> type,
        string expected,
        [EnumeratorCancellation] CancellationToken token)
        where TPage : class, IPage<TItem>
    {
        string? next = null;
        do
        {
            TPage page = await connection.ReadAsync(
                path + QueryText.Of([.. filters, ("nextToken", next)]),
                type,
                page => page.Items is null ? null : page,
                expected,
                token).ConfigureAwait(false);
            foreach (TItem item in page.Items ?? [])
            {
                yield return item;
            }

            // A server that hands back the token it was given would be asked for ever.
            next = page.NextToken == next ? null : page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
    }
}
