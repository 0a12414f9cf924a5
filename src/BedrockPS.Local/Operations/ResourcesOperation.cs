using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Resources;

namespace BedrockPS.Local.Operations;

/// <summary>The list and the get of one kind of resource.</summary>
internal sealed partial class ResourcesOperation(ResourceKind kind, ResourceStore store)
{
    // Smaller than the embedded lists, so that a client that reads the first page only is found out.
    private const int PageLength = 2;

    public ValueTask RunAsync(LocalCall call)
    {
        string query = call.Exchange.Head.Query;
        JsonObject answer = call.Route.Operation == kind.ListOperation ? List(query) : Get(call.Route.ModelId!, query);
        return call.Response.SendAsync(new HttpResponse { Body = JsonText.Bytes(answer) });
    }

    private JsonObject List(string query)
    {
        IEnumerable<JsonElement> items = store.Of(kind);
        foreach (ResourceFilter filter in kind.ListFilters)
        {
            items = filter.Apply(items, query);
        }

        return Paging.Page(query, [.. Sort(items, query).Select(Summary)], kind.ListMember, PageLength);
    }

    // The newest first, unless the other way round is asked for.
    private IEnumerable<JsonElement> Sort(IEnumerable<JsonElement> items, string query) => kind.TimeMember is null
        ? items
        : QueryParameters.Find(query, "sortOrder") switch
        {
            null or "Descending" => items.OrderByDescending(item => Times.Of(item, kind.TimeMember)),
            "Ascending" => items.OrderBy(item => Times.Of(item, kind.TimeMember)),
            string other => throw ServiceFault.NoneOf(other, "sortOrder", ["Ascending", "Descending"]),
        };

    private JsonObject Get(string id, string query)
    {
        if (!Identifier().IsMatch(id))
        {
            throw ServiceFault.Pattern(id, "identifier");
        }

        IEnumerable<JsonElement> items = store.Of(kind).Where(item => kind.Keys.Any(key => IsNamed(item, key, id)));
        foreach (ResourceFilter filter in kind.GetFilters)
        {
            items = filter.Apply(items, query);
        }

        JsonElement found = items.FirstOrDefault();
        return found.IsPresent()
            ? Details(found)
            : throw ServiceFault.NotFound($"Could not find a {kind.Noun} with the provided identifier.");
    }

    // Where the ARN is a key, the id at its end is one too.
    private static bool IsNamed(JsonElement item, string key, string id) =>
        item.At(key).Text() is string value
        && (value == id
            || (key.EndsWith("Arn", StringComparison.Ordinal) && value.EndsWith($"/{id}", StringComparison.Ordinal)));

    private JsonObject Summary(JsonElement item)
    {
        JsonObject summary = [];
        foreach (string[] names in kind.Summary.Select(member => member.Split('=')))
        {
            if (item.TryGetProperty(names[^1], out JsonElement value))
            {
                summary[names[0]] = JsonNode.Parse(value.GetRawText());
            }
        }

        return summary;
    }

    private JsonObject Details(JsonElement item)
    {
        JsonObject details = JsonNode.Parse(item.GetRawText())!.AsObject();
        foreach (string name in kind.SummaryOnly)
        {
            details.Remove(name);
        }

        return details;
    }

    [GeneratedRegex("^[a-zA-Z0-9:./_+-]+$")]
    private static partial Regex Identifier();
}
