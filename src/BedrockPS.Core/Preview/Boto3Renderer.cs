using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BedrockPS.Preview;

/// <summary>A Python program that calls the operation through boto3.</summary>
internal sealed partial class Boto3Renderer : IRequestRenderer
{
    private const string Indent = "    ";

    private static readonly string[] Modules = ["base64", "boto3", "json"];

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    // The members of InvokeModel that travel as headers, from the service's API description.
    private static readonly Dictionary<string, string> HeaderArguments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "contentType",
        ["Accept"] = "accept",
        ["X-Amzn-Bedrock-Accept"] = "accept",
        ["X-Amzn-Bedrock-Trace"] = "trace",
        ["X-Amzn-Bedrock-GuardrailIdentifier"] = "guardrailIdentifier",
        ["X-Amzn-Bedrock-GuardrailVersion"] = "guardrailVersion",
        ["X-Amzn-Bedrock-PerformanceConfig-Latency"] = "performanceConfigLatency",
        ["X-Amzn-Bedrock-Service-Tier"] = "serviceTier",
        ["X-Amzn-Bedrock-Request-Metadata"] = "requestMetadata",
    };

    public string Name => "Boto3";

    public string Render(BedrockRequestPreview request)
    {
        bool isConverse = RenderedRequest.IsConverse(request);
        string[] arguments =
        [
            $"modelId={PythonLiteral.OfText(request.ModelId ?? string.Empty)}",
            .. isConverse ? ConverseArguments(request) : NativeArguments(request),
        ];
        string call = $"response = client.{MethodOf(request)}(\n"
            + string.Concat(arguments.Select(argument => $"{Indent}{argument},\n")) + ")\n";
        string output = Output(request);
        return $"{Imports(call + output)}\n\n{Client(request)}\n{call}{output}";
    }

    // converse, converse_stream, invoke_model, invoke_model_with_response_stream
    private static string MethodOf(BedrockRequestPreview request) =>
        Capital().Replace(request.Operation, "_$0").ToLowerInvariant();

    private static string Imports(string program) => string.Join(
        '\n',
        Modules
            .Where(name => name == "boto3" || program.Contains($"{name}.", StringComparison.Ordinal))
            .Select(name => $"import {name}"));

    private static string Client(BedrockRequestPreview request)
    {
        StringBuilder client = new("client = boto3.client(\"bedrock-runtime\"");
        if (request.Region is { } region)
        {
            client.Append(", region_name=").Append(PythonLiteral.OfText(region));
        }

        if (request.EndpointUrl is { } endpoint)
        {
            client.Append(", endpoint_url=").Append(PythonLiteral.OfText(endpoint.AbsoluteUri.TrimEnd('/')));
        }

        return client.Append(")\n").ToString();
    }

    private static IEnumerable<string> ConverseArguments(BedrockRequestPreview request)
    {
        using JsonDocument body = JsonDocument.Parse(request.Body, Deep);
        foreach (JsonProperty member in body.RootElement.EnumerateObject())
        {
            BlobMembers? blobs = BlobMembers.Within(member.Name);
            string value = PythonLiteral.Of(member.Value, Indent, blobs);
            yield return Identifier().IsMatch(member.Name)
                ? $"{member.Name}={value}"
                : $"**{{{PythonLiteral.OfText(member.Name)}: {value}}}";
        }
    }

    private static IEnumerable<string> NativeArguments(BedrockRequestPreview request)
    {
        foreach (DictionaryEntry header in request.Headers)
        {
            if (HeaderArguments.TryGetValue((string)header.Key, out string? argument))
            {
                yield return $"{argument}={PythonLiteral.OfText((string)header.Value!)}";
            }
        }

        yield return $"body={NativeBody(request.Body)}";
    }

    // A body that is no JSON, or that Python would read otherwise, goes as the text that it is.
    private static string NativeBody(string body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body, Deep);
            return $"json.dumps({PythonLiteral.Of(json.RootElement, Indent, blobs: null)})";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return $"{PythonLiteral.OfText(body)}.encode(\"utf-8\")";
        }
    }

    private static string Output(BedrockRequestPreview request) =>
        (RenderedRequest.IsConverse(request), RenderedRequest.IsStream(request)) switch
        {
            (true, false) => "print(response[\"output\"][\"message\"][\"content\"])\n",
            (true, true) =>
                "for event in response[\"stream\"]:\n"
                + "    if \"contentBlockDelta\" in event:\n"
                + "        print(event[\"contentBlockDelta\"][\"delta\"].get(\"text\", \"\"), end=\"\", flush=True)\n",
            (false, false) => "print(response[\"body\"].read().decode(\"utf-8\"))\n",
            (false, true) =>
                "for event in response[\"body\"]:\n"
                + "    if \"chunk\" in event:\n"
                + "        print(event[\"chunk\"][\"bytes\"].decode(\"utf-8\"))\n",
        };

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    // No member of the operation is a keyword of Python.
    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Identifier();
}
