using System.Text.RegularExpressions;
using BedrockPS.Local.Resources;

namespace BedrockPS.Local.Operations;

/// <summary>Finds the operation of a path.</summary>
internal static partial class Router
{
    private const string ModelPrefix = "/model/";

    private static readonly Dictionary<string, string> ModelActions = new()
    {
        ["converse"] = Route.Converse,
        ["converse-stream"] = Route.ConverseStream,
        ["invoke"] = Route.InvokeModel,
        ["invoke-with-response-stream"] = Route.InvokeModelWithResponseStream,
        ["count-tokens"] = Route.CountTokens,
    };

    private static readonly Dictionary<string, string> Lists = new(ResourceKinds.All.Select(
        kind => KeyValuePair.Create($"/{kind.Name}", kind.ListOperation)))
    {
        ["/foundation-models"] = Route.ListFoundationModels,
        ["/inference-profiles"] = Route.ListInferenceProfiles,
        ["/async-invoke"] = Route.ListAsyncInvokes,
    };

    private static readonly Dictionary<string, string> Items = new(ResourceKinds.All.Select(
        kind => KeyValuePair.Create($"/{kind.ItemName ?? kind.Name}/", kind.GetOperation)))
    {
        ["/foundation-models/"] = Route.GetFoundationModel,
        ["/foundation-model-availability/"] = Route.GetFoundationModelAvailability,
        ["/inference-profiles/"] = Route.GetInferenceProfile,
        ["/async-invoke/"] = Route.GetAsyncInvoke,
    };

    /// <summary>The route of a request, or null where no operation lives at its path.</summary>
    public static Route? Find(string method, string path)
    {
        if (path == "/async-invoke" && method == "POST")
        {
            return new Route(Route.StartAsyncInvoke, null, "POST");
        }

        return FindRead(path) ?? FindGuardrail(path) ?? FindModelAction(path);
    }

    private static Route? FindRead(string path)
    {
        if (Lists.TryGetValue(path.TrimEnd('/'), out string? list))
        {
            return new Route(list, null, "GET");
        }

        // An ARN has slashes of its own, which some clients leave unescaped.
        (string prefix, string? item) = Items.FirstOrDefault(
            pair => path.StartsWith(pair.Key, StringComparison.Ordinal));
        return item is null ? null : new Route(item, Uri.UnescapeDataString(path[prefix.Length..]), "GET");
    }

    private static Route? FindGuardrail(string path) => Guardrail().Match(path) is { Success: true } match
        ? new Route(Route.ApplyGuardrail, Uri.UnescapeDataString(match.Groups["id"].Value), "POST")
        {
            Version = match.Groups["version"].Value,
        }
        : null;

    private static Route? FindModelAction(string path)
    {
        // The last slash, because some clients leave the slash of an ARN unescaped and the service takes that.
        int slash = path.LastIndexOf('/');
        if (!path.StartsWith(ModelPrefix, StringComparison.Ordinal) || slash <= ModelPrefix.Length)
        {
            return null;
        }

        string id = Uri.UnescapeDataString(path[ModelPrefix.Length..slash]);
        return ModelActions.TryGetValue(path[(slash + 1)..], out string? operation)
            ? new Route(operation, id, "POST")
            : null;
    }

    [GeneratedRegex("^/guardrail/(?<id>.+)/version/(?<version>[^/]+)/apply$")]
    private static partial Regex Guardrail();
}
