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

    public ValueTask RunAsync(LocalCall call)
    {
        JsonObject answer = call.Route.Operation == Route.ListInferenceProfiles
            ? List(call.Exchange.Head.Query, call.Region)
            : Get(call.Route.ModelId!, call.Region);
        return call.Response.SendAsync(new HttpResponse { Body = JsonText.Bytes(answer) });
    }

    private JsonObject Get(string id, string region)
    {
        if (!IdOrArn().IsMatch(id))
        {
            throw ServiceFault.Pattern(id, "inferenceProfileIdentifier");
        }

        return catalog.FindProfile(id)?.ToJson(region) ?? throw ServiceFault.NotFound(
            "Could not find an inference profile with the provided identifier.");
    }

    private JsonObject List(string query, string region)
    {
        string? type = QueryParameters.Find(query, "type");
        if (type is not (null or InferenceProfileType.SystemDefined or InferenceProfileType.Application))
        {
            throw ServiceFault.NoneOf(
                type, "typeEquals", [InferenceProfileType.SystemDefined, InferenceProfileType.Application]);
        }

        JsonObject[] all =
        [
            .. catalog.Profiles.Where(profile => profile.IsIn(region) && (type is null || profile.Type == type))
                .Select(profile => profile.ToJson(region)),
        ];
        return Paging.Page(query, all, "inferenceProfileSummaries", PageLength);
    }

    [GeneratedRegex("^(arn:aws[a-z-]*:bedrock:[a-z0-9-]*:[0-9]*:(application-)?inference-profile/)?[a-zA-Z0-9-:.]+$")]
    private static partial Regex IdOrArn();
}
