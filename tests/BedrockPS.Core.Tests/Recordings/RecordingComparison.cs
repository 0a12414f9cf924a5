using System.Text.Json;
using BedrockPS.Converse;
using BedrockPS.Json;

namespace BedrockPS.Tests;

/// <summary>What differs between our reading of an exchange and the independent parser's.</summary>
internal static class RecordingComparison
{
    public static IEnumerable<string> Answers(Exchange exchange, ConverseResponse response, string citedText)
    {
        JsonElement expected = exchange.Expected;
        if (Text(expected, "text") != response.Text)
        {
            bool cited = response.Message!.Content.OfType<CitationsBlock>().Any();
            yield return cited ? citedText : $"text: '{Text(expected, "text")}' is not '{response.Text}'";
        }

        if (Text(expected, "reasoning") != (response.Reasoning ?? string.Empty))
        {
            yield return $"reasoning: '{Text(expected, "reasoning")}' is not '{response.Reasoning}'";
        }

        if (Text(expected, "stopReason") != (response.StopReason ?? string.Empty))
        {
            yield return $"stopReason: '{Text(expected, "stopReason")}' is not '{response.StopReason}'";
        }

        foreach (string difference in
            Tools(expected, response).Concat(Usage(expected, response)).Concat(Message(expected, response)))
        {
            yield return difference;
        }
    }

    public static IEnumerable<string> Errors(Exchange exchange, JsonElement expected, BedrockException? failure)
    {
        if (failure is null)
        {
            yield return "no error";
            yield break;
        }

        if (expected.GetProperty("Message").GetString() != failure.Message)
        {
            yield return $"message: '{expected.GetProperty("Message")}' is not '{failure.Message}'";
        }

        // Where the service named no code, the other parser says the status; here the status is translated.
        string code = expected.GetProperty("Code").GetString()!;
        string own = int.TryParse(code, out int status) ? failure.StatusCode.ToString()! : failure.ErrorCode;
        if (code != own || failure.StatusCode != exchange.Status)
        {
            yield return $"code: '{code}' is not '{own}' ({status})";
        }
    }

    private static IEnumerable<string> Tools(JsonElement expected, ConverseResponse response)
    {
        JsonElement[] tools = [.. expected.GetProperty("tools").EnumerateArray()];
        if (tools.Length != response.ToolUses.Count)
        {
            return [$"tools: {tools.Length} are not {response.ToolUses.Count}"];
        }

        return tools.Zip(response.ToolUses)
            .Where(pair => !SameTool(pair.First, pair.Second))
            .Select(pair => $"tool: {pair.First}");
    }

    private static bool SameTool(JsonElement expected, ToolUseBlock tool)
    {
        string text = expected.TryGetProperty("inputJson", out JsonElement joined) ? joined.GetString()! : string.Empty;
        JsonElement input = expected.TryGetProperty("input", out JsonElement whole)
            ? whole
            : JsonDocument.Parse(text.Length == 0 ? "{}" : text).RootElement;
        JsonElement own = JsonDocument.Parse(BedrockJson.WriteDocument(tool.Input)).RootElement;
        return expected.GetProperty("toolUseId").GetString() == tool.ToolUseId
            && expected.GetProperty("name").GetString() == tool.Name
            && JsonEquality.Same(input, own);
    }

    private static IEnumerable<string> Usage(JsonElement expected, ConverseResponse response)
    {
        JsonElement usage = expected.GetProperty("usage");
        if (usage.ValueKind == JsonValueKind.Null || response.Usage is null)
        {
            return usage.ValueKind == JsonValueKind.Null && response.Usage is null ? [] : ["usage: only one has it"];
        }

        bool same = Count(usage, "inputTokens") == response.Usage.InputTokens
            && Count(usage, "outputTokens") == response.Usage.OutputTokens
            && Count(usage, "totalTokens") == response.Usage.TotalTokens;
        return same ? [] : [$"usage: {usage} is not {response.Usage}"];
    }

    // The parsed answer is compared whole: every block and member that the other parser saw must come back.
    private static IEnumerable<string> Message(JsonElement expected, ConverseResponse response)
    {
        JsonElement parsed = expected.GetProperty("parsed");
        if (parsed.ValueKind != JsonValueKind.Object
            || !parsed.GetProperty("output").TryGetProperty("message", out JsonElement message))
        {
            return [];
        }

        byte[] own = BedrockJson.Write(
            new ConverseRequest { Messages = [response.Message!] }, BedrockJsonContext.Default.ConverseRequest);
        JsonElement written = JsonDocument.Parse(own).RootElement.GetProperty("messages")[0];
        return JsonEquality.Same(Blobs(message), written) ? [] : [$"message: {message} is not {written}"];
    }

    // The other parser marks bytes as { "$b64": text }; on the wire they are the text alone.
    private static JsonElement Blobs(JsonElement element)
    {
        string text = System.Text.RegularExpressions.Regex.Replace(
            element.GetRawText(), "\\{\\s*\"\\$b64\":\\s*(\"[^\"]*\")\\s*\\}", "$1");
        return JsonDocument.Parse(text).RootElement;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? string.Empty : string.Empty;

    private static long Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : 0;
}
