using System.Collections;
using System.Collections.Specialized;
using BedrockPS.Http;

namespace BedrockPS.Caching;

/// <summary>Places cache points at the ends of the parts of a request that stay the same from call to call.</summary>
public static class CachePoints
{
    // AWS Bedrock user guide, "Prompt caching": four checkpoints a request for every model that takes any.
    private const int MaxPoints = 4;

    /// <summary>Marks the sections, as far as the service's limit leaves points after those that are there.</summary>
    /// <param name="request">
    /// The request; its lists are replaced, not changed, since a conversation may own them.
    /// </param>
    /// <param name="sections">Which parts to mark; see <see cref="CacheSection"/>.</param>
    /// <param name="ttl"><c>5m</c> or <c>1h</c>; five minutes when null.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: a section is unknown.</exception>
    public static void Place(ConverseRequest request, IEnumerable<string> sections, string? ttl)
    {
        HashSet<string> wanted = new(sections.Select(Known), StringComparer.Ordinal);
        int left = MaxPoints - Count(request);
        left -= wanted.Contains(CacheSection.Tools) && left > 0 ? MarkTools(request, ttl) : 0;
        left -= wanted.Contains(CacheSection.System) && left > 0 ? MarkSystem(request, ttl) : 0;
        if (wanted.Contains(CacheSection.History))
        {
            MarkHistory(request, ttl, left);
        }
    }

    private static string Known(string section) =>
        CacheSection.All.FirstOrDefault(known => known.Equals(section, StringComparison.OrdinalIgnoreCase))
        ?? throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"'{section}' cannot be cached. There are: {string.Join(", ", CacheSection.All)}.");

    private static int MarkTools(ConverseRequest request, string? ttl)
    {
        if (request.ToolConfig is not { Tools.Count: > 0 } tools || IsPoint(tools.Tools[^1]))
        {
            return 0;
        }

        OrderedDictionary point = new() { ["type"] = "default" };
        if (ttl is not null)
        {
            point["ttl"] = ttl;
        }

        request.ToolConfig = new ToolConfiguration
        {
            Tools = [.. tools.Tools, new OrderedDictionary { [ContentBlockKind.CachePoint] = point }],
            ToolChoice = tools.ToolChoice,
            Other = tools.Other,
        };
        return 1;
    }

    private static int MarkSystem(ConverseRequest request, string? ttl)
    {
        if (request.System is not { Count: > 0 } system || system[^1] is CachePointBlock)
        {
            return 0;
        }

        request.System = [.. system, new CachePointBlock { Ttl = ttl }];
        return 1;
    }

    // The newest question is where the next call's history will end; the one before is where this call's does.
    private static void MarkHistory(ConverseRequest request, string? ttl, int left)
    {
        if (request.Messages.Count < 2)
        {
            return;
        }

        List<Message> marked = [.. request.Messages];
        for (int i = marked.Count - 1, placed = 0; i >= 0 && placed < Math.Min(left, 2); i--)
        {
            if (marked[i].Role == MessageRole.User && !marked[i].Content.Any(block => block is CachePointBlock))
            {
                IEnumerable<ContentBlock> content = marked[i].Content.Append(new CachePointBlock { Ttl = ttl });
                marked[i] = new Message(marked[i].Role, content) { Other = marked[i].Other };
                placed++;
            }
        }

        request.Messages = marked;
    }

    private static int Count(ConverseRequest request) =>
        (request.System ?? []).Count(block => block is CachePointBlock)
        + request.Messages.Sum(message => message.Content.Count(block => block is CachePointBlock))
        + (request.ToolConfig?.Tools.Count(IsPoint) ?? 0);

    private static bool IsPoint(object? tool) =>
        tool is IDictionary members && members.Contains(ContentBlockKind.CachePoint);
}
