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

    /// <summary>The path's route, or null where no operation lives there.</summary>
    public static Route? Find(string path)
    {
        if (path is "/foundation-models" or "/foundation-models/")
        {
            return new Route(Route.ListFoundationModels, null, "GET");
        }

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
