using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>ListInferenceProfiles, in pages, and GetInferenceProfile.</summary>
internal sealed partial class ProfilesOperation(LocalCatalog catalog)
{
    // Small, so that a client that reads the first page only is found out.
    private const int PageLength = 10;

    private const int MaxPageLength = 1000;

    public ValueTask RunAsync(LocalCall call)
    {
        JsonObject answer = call.Route.Operation == Route.ListInferenceProfiles
            ? List(call.Exchange.Head.Query)
            : Get(call.Route.ModelId!);
        return call.Response.SendAsync(new HttpResponse { Body = JsonText.Bytes(answer) });
    }

    private JsonObject Get(string id)
    {
        if (!IdOrArn().IsMatch(id))
        {
            throw ServiceFault.Pattern(id, "inferenceProfileIdentifier");
        }

        return catalog.FindProfile(id)?.ToJson() ?? throw new ServiceFault(
            "ResourceNotFoundException", "Could not find an inference profile with the provided identifier.");
    }

    private JsonObject List(string query)
    {
        string? type = QueryParameters.Find(query, "type");
        if (type is not (null or InferenceProfileType.SystemDefined or InferenceProfileType.Application))
        {
            throw ServiceFault.Validation($"1 validation error detected: Value '{type}' at 'typeEquals' failed to "
                + "satisfy constraint: Member must satisfy enum value set: [SYSTEM_DEFINED, APPLICATION]");
        }

        LocalProfile[] all = [.. catalog.Profiles.Where(profile => type is null || profile.Type == type)];
        int start = Start(query, all.Length);
        int end = Math.Min(start + Length(query), all.Length);
        JsonObject page = new()
        {
            ["inferenceProfileSummaries"] = new JsonArray([.. all[start..end].Select(profile => profile.ToJson())]),
        };
        if (end < all.Length)
        {
            page["nextToken"] = $"from-{end.ToString(CultureInfo.InvariantCulture)}";
        }

        return page;
    }

    private static int Length(string query)
    {
        string? text = QueryParameters.Find(query, "maxResults");
        int length = text is null ? PageLength : ReadNumber(text);
        return length is >= 1 and <= MaxPageLength
            ? length
            : throw ServiceFault.Validation($"1 validation error detected: Value '{text}' at 'maxResults' failed to "
                + $"satisfy constraint: Member must have value between 1 and {MaxPageLength}");
    }

    private static int Start(string query, int count)
    {
        string? token = QueryParameters.Find(query, "nextToken");
        int start = token is null ? 0 : ReadNumber(token.Replace("from-", "", StringComparison.Ordinal));
        return start >= 0 && start <= count
            ? start
            : throw ServiceFault.Validation("The provided pagination token is invalid.");
    }

    private static int ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    [GeneratedRegex("^(arn:aws[a-z-]*:bedrock:[a-z0-9-]*:[0-9]*:(application-)?inference-profile/)?[a-zA-Z0-9-:.]+$")]
    private static partial Regex IdOrArn();
}
