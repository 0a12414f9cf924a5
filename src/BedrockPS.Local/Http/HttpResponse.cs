namespace BedrockPS.Local.Http;

/// <summary>The status, headers and, where it is known as a whole, body of an answer.</summary>
internal sealed class HttpResponse
{
    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/json";

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    public bool Has(string name) =>
        Headers.Exists(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));

    public HttpResponse With(string name, string value)
    {
        Headers.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }
}
