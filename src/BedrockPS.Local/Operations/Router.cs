namespace BedrockPS.Local.Operations;

/// <summary>Finds the operation of a path.</summary>
internal static class Router
{
    private const string ModelPrefix = "/model/";

    private static readonly Dictionary<string, string> ModelActions = new()
    {
        ["converse"] = Route.Converse,
        ["converse-stream"] = Route.ConverseStream,
        ["invoke"] = Route.InvokeModel,
        ["invoke-with-response-stream"] = Route.InvokeModelWithResponseStream,
    };

    private static readonly Dictionary<string, string> Lists = new()
    {
        ["/foundation-models"] = Route.ListFoundationModels,
        ["/inference-profiles"] = Route.ListInferenceProfiles,
    };

    private static readonly Dictionary<string, string> Items = new()
    {
        ["/foundation-models/"] = Route.GetFoundationModel,
        ["/foundation-model-availability/"] = Route.GetFoundationModelAvailability,
        ["/inference-profiles/"] = Route.GetInferenceProfile,
    };

    /// <summary>The path's route, or null where no operation lives there.</summary>
    public static Route? Find(string path) => FindRead(path) ?? FindInference(path);

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

    private static Route? FindInference(string path)
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
}
