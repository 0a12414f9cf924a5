using System.Text.Json;
using System.Text.RegularExpressions;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Tests;

/// <summary>What differs between our reading of a native exchange and the independent parser's.</summary>
internal static class NativeComparison
{
    // Embeddings, images and scores are answers without text.
    private static readonly string[] Wordless = ["embedding", "embeddings", "images", "artifacts"];

    private static readonly Regex StopReason = new(
        "\"(stop_?reason|finish_?reason|completionReason)\":\\s*\"",
        RegexOptions.IgnoreCase);

    public static IEnumerable<string> Answer(Exchange exchange, InvokeModelResponse response)
    {
        byte[] expected = exchange.Expected.GetProperty("parsed").GetProperty("body")
            .GetProperty("$b64").GetBytesFromBase64();
        if (!expected.AsSpan().SequenceEqual(response.RawBody))
        {
            yield return "body: the bytes differ";
        }

        JsonElement own = JsonOf.Parse(JsonOf.Document(response.Body));
        JsonElement body = JsonDocument.Parse(expected).RootElement;
        if (!JsonEquality.Same(body, own))
        {
            yield return $"body: {body} is not {own}";
        }

        bool wordless = Array.Exists(Wordless, name => body.TryGetProperty(name, out _));
        if (wordless != (response.Text.Length == 0) && !IsSilent(body))
        {
            yield return $"text: '{response.Text}' of {body}";
        }

        if (response.StopReason is null && StopReason.IsMatch(body.GetRawText()))
        {
            yield return $"stop reason: none of {body}";
        }

        foreach (string difference in Usage(exchange, response))
        {
            yield return difference;
        }
    }

    public static IEnumerable<string> Chunks(Exchange exchange, List<InvokeModelChunk> chunks)
    {
        byte[][] expected =
        [
            .. exchange.Expected.GetProperty("parsed").EnumerateArray()
                .Select(e => e.GetProperty("chunk").GetProperty("bytes").GetProperty("$b64").GetBytesFromBase64()),
        ];
        if (expected.Length != chunks.Count)
        {
            return [$"chunks: {expected.Length} are not {chunks.Count}"];
        }

        return expected.Zip(chunks)
            .Where(pair => !pair.First.AsSpan().SequenceEqual(pair.Second.RawBody)
                || !JsonEquality.Same(
                    JsonDocument.Parse(pair.First).RootElement, JsonOf.Parse(JsonOf.Document(pair.Second.Body))))
            .Select(pair => $"chunk: {Convert.ToHexString(pair.First)}");
    }

    public static IEnumerable<string> Folded(List<InvokeModelChunk> chunks, InvokeModelResponse response)
    {
        if (string.Concat(chunks) != response.Text || response.Chunks!.Count != chunks.Count)
        {
            yield return "response: it is not the sum of its chunks";
        }

        // A guardrail that blocks the question ends the stream without a reason and without metrics.
        bool blocked = Mention(chunks, "\"amazon-bedrock-guardrailAction\":\"INTERVENED\"");
        if (response.Text.Length == 0 || (response.StopReason is null && !blocked))
        {
            yield return $"response: text '{response.Text}', stop reason '{response.StopReason}'";
        }

        if (Mention(chunks, "\"amazon-bedrock-invocationMetrics\"") != response.Usage is { OutputTokens: > 0 })
        {
            yield return $"usage: {response.Usage}";
        }
    }

    public static IEnumerable<string> StreamError(
        JsonElement expected, BedrockException? failure, List<InvokeModelChunk> chunks)
    {
        JsonElement error = expected.GetProperty("response").GetProperty("Error");
        string code = ErrorCodes.Clean(error.GetProperty("Code").GetString()!);
        if (failure is null || failure.ErrorCode != code || failure.Message != error.GetProperty("Message").GetString())
        {
            yield return $"error: {error} is not {failure}";
        }

        if ((failure?.PartialResponse as InvokeModelResponse)?.Text != string.Concat(chunks))
        {
            yield return "error: the partial text is lost";
        }
    }

    private static bool Mention(List<InvokeModelChunk> chunks, string json) =>
        chunks.Exists(chunk => chunk.RawBody.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(json)) >= 0);

    private static IEnumerable<string> Usage(Exchange exchange, InvokeModelResponse response)
    {
        JsonElement headers = exchange.Line.GetProperty("headers");
        foreach ((string name, long? own) in new[]
        {
            ("input-token-count", response.Usage?.InputTokens),
            ("output-token-count", response.Usage?.OutputTokens),
            ("cache-read-input-token-count", response.Usage?.CacheReadInputTokens),
            ("invocation-latency", response.LatencyMs),
        })
        {
            bool has = headers.TryGetProperty("x-amzn-bedrock-" + name, out JsonElement header);
            if (has && header.GetString() != $"{own}")
            {
                yield return $"{name}: {header} is not {own}";
            }
        }
    }

    // A model that only calls a tool, or refuses, says nothing.
    private static bool IsSilent(JsonElement body) =>
        body.TryGetProperty("content", out JsonElement content)
        && content.EnumerateArray().All(block => block.GetProperty("type").GetString() != "text");
}
