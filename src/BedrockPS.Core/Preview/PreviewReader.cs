using System.Text;

namespace BedrockPS.Preview;

/// <summary>Reads back what a request that was made for sending holds.</summary>
internal static class PreviewReader
{
    public static BedrockRequestPreview Read(HttpRequestMessage request, string operation, string modelId)
    {
        byte[] body = ReadBody(request);
        BedrockRequestPreview preview = new()
        {
            Operation = operation,
            Method = request.Method.Method,
            Url = request.RequestUri,
            Body = Encoding.UTF8.GetString(body),
            RawBody = body,
            ModelId = modelId,
        };
        foreach ((string name, IEnumerable<string> values) in request.Content!.Headers.Concat(request.Headers))
        {
            preview.Headers[name] = string.Join(", ", values);
        }

        return preview;
    }

    private static byte[] ReadBody(HttpRequestMessage request)
    {
        using MemoryStream bytes = new();
        request.Content!.CopyTo(bytes, context: null, CancellationToken.None);
        return bytes.ToArray();
    }
}
