namespace BedrockPS.Aws.Tests.Support;

/// <summary>A request as it was about to go over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query, in the very characters of the request line.</param>
/// <param name="Headers">Every header with its values; names without regard to case.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record CaughtRequest(
    string Method, string Target, IReadOnlyDictionary<string, string[]> Headers, byte[] Body)
{
    public string Header(string name) => Assert.Single(Headers[name]);

    public string AccessKey => Header("Authorization").Split("Credential=")[1].Split('/')[0];

    public string Scope => Header("Authorization").Split("Credential=")[1].Split(',')[0].Split('/', 2)[1];
}
