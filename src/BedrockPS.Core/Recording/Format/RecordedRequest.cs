namespace BedrockPS.Recording;

/// <summary>What was asked: no host, no headers, so nothing of who asked, nor of how it was proved.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path from the service's root, escaped, with its query.</param>
/// <param name="Body">The body; empty where there is none.</param>
public sealed record RecordedRequest(string Method, string Path, ReadOnlyMemory<byte> Body)
{
    /// <summary>The service's name of the operation; method and path where this module knows none.</summary>
    public string Operation => OperationName.Of(Method, Path).Operation;

    /// <summary>The model or inference profile of the path, by id or ARN; null where it names none.</summary>
    public string? ModelId => OperationName.Of(Method, Path).ModelId;
}
