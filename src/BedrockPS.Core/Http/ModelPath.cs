namespace BedrockPS.Http;

/// <summary>What may stand for a model, and the path of its operations.</summary>
public static class ModelPath
{
    // The service's description: modelId is 1 to 2048 characters.
    private const int MaxLength = 2048;

    /// <summary>Refuses what cannot be the id or the ARN of a model.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: the id is empty, too long or holds white space.
    /// </exception>
    public static void Check(string modelId)
    {
        if (string.IsNullOrWhiteSpace(modelId))
        {
            throw Invalid("No model was named. Give an id, an inference profile or an ARN.");
        }

        if (modelId.Length > MaxLength)
        {
            throw Invalid($"A model id has {MaxLength} characters at most; this one has {modelId.Length}.");
        }

        if (modelId.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            throw Invalid($"'{modelId}' is not a model id: it holds white space. Get-BRFoundationModel lists the ids.");
        }

        // A segment of dots would climb out of the path.
        if (modelId.All(c => c == '.'))
        {
            throw Invalid($"'{modelId}' is not a model id.");
        }
    }

    /// <summary>The path with the id as one escaped segment: a colon as %3A, an ARN's slash as %2F.</summary>
    internal static string For(string modelId, string operation) => $"/model/{Escape(modelId)}/{operation}";

    /// <summary>The id as one segment of a path.</summary>
    internal static string Escape(string modelId)
    {
        Check(modelId);
        return Uri.EscapeDataString(modelId);
    }

    private static BedrockException Invalid(string message) => new(ClientErrorCode.InvalidRequest, message);
}
