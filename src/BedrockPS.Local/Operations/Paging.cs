using System.Globalization;
using System.Text.Json.Nodes;

namespace BedrockPS.Local.Operations;

/// <summary>Cuts a list into the pages that <c>maxResults</c> and <c>nextToken</c> ask for.</summary>
internal static class Paging
{
    private const int MaxPageLength = 1000;
    private const string TokenStart = "from-";

    /// <param name="query">The request's query.</param>
    /// <param name="items">All that the filters left.</param>
    /// <param name="member">The list's name in the answer.</param>
    /// <param name="usualLength">The length of a page where the request names none.</param>
    public static JsonObject Page(string query, IReadOnlyList<JsonObject> items, string member, int usualLength)
    {
        int start = Start(query, items.Count);
        int end = Math.Min(start + Length(query, usualLength), items.Count);
        JsonObject page = new() { [member] = new JsonArray([.. items.Skip(start).Take(end - start)]) };
        if (end < items.Count)
        {
            page["nextToken"] = TokenStart + end.ToString(CultureInfo.InvariantCulture);
        }

        return page;
    }

    private static int Length(string query, int usual)
    {
        string? text = QueryParameters.Find(query, "maxResults");
        int length = text is null ? usual : ReadNumber(text);
        return length is >= 1 and <= MaxPageLength
            ? length
            : throw ServiceFault.Constraint(text!, "maxResults", $"have value between 1 and {MaxPageLength}");
    }

    private static int Start(string query, int count)
    {
        string? token = QueryParameters.Find(query, "nextToken");
        int start = token is null ? 0
            : token.StartsWith(TokenStart, StringComparison.Ordinal) ? ReadNumber(token[TokenStart.Length..]) : -1;
        return start >= 0 && start <= count
            ? start
            : throw ServiceFault.Validation("The provided pagination token is invalid.");
    }

    private static int ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
