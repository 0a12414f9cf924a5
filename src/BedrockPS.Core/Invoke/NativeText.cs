using System.Collections;

namespace BedrockPS.Invoke;

/// <summary>Finds text and stop reason in native answers and chunks.</summary>
/// <remarks>
/// It goes by the shape, not by the model's id: an ARN does not tell the family, and families share shapes. The
/// shapes are those of the providers' documentation and of recorded traffic.
/// </remarks>
internal static class NativeText
{
    // Each path leads to a text, or to a list of parts that have one. "*" stands for every item of a list.
    private static readonly string[][] TextPaths =
    [
        ["results", "*", "outputText"],                          // Amazon Titan
        ["outputText"],                                          // Amazon Titan, chunk
        ["output", "message", "content", "*", "text"],           // Amazon Nova
        ["contentBlockDelta", "delta", "text"],                  // Amazon Nova, chunk
        ["delta", "text"],                                       // Anthropic, chunk
        ["content", "*", "text"],                                // Anthropic
        ["completion"],                                          // Anthropic, before messages
        ["generation"],                                          // Meta Llama
        ["outputs", "*", "text"],                                // Mistral
        ["choices", "*", "message", "content"],                  // chat completions: AI21, Mistral, OpenAI, Qwen …
        ["choices", "*", "delta", "content"],                    // chat completions, chunk
        ["choices", "*", "text"],                                // completions
        ["generations", "*", "text"],                            // Cohere Command
        ["message", "content", "*", "text"],                     // Cohere Command A
        ["completions", "*", "data", "text"],                    // AI21 Jurassic
        ["text"],                                                // Cohere Command R
    ];

    private static readonly string[][] StopPaths =
    [
        ["stop_reason"], ["stopReason"], ["finish_reason"], ["completionReason"],
        ["messageStop", "stopReason"], ["delta", "stop_reason"], ["results", "*", "completionReason"],
        ["outputs", "*", "stop_reason"], ["choices", "*", "finish_reason"], ["choices", "*", "stop_reason"],
        ["generations", "*", "finish_reason"], ["completions", "*", "finishReason", "reason"],
    ];

    /// <summary>The generated text; empty where no known shape has any.</summary>
    public static string Text(object? body) => First(body, TextPaths) ?? string.Empty;

    /// <summary>Why the model stopped; null where the body does not say.</summary>
    public static string? StopReason(object? body) => First(body, StopPaths);

    private static string? First(object? body, string[][] paths)
    {
        foreach (string[] path in paths)
        {
            string found = string.Concat(Follow(body, path));
            if (found.Length > 0)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<string> Follow(object? value, ReadOnlyMemory<string> path)
    {
        if (path.IsEmpty)
        {
            return value is string text ? [text] : [];
        }

        string step = path.Span[0];
        return value switch
        {
            object?[] items when step == "*" => items.SelectMany(item => Follow(item, path[1..])),
            IDictionary members when members.Contains(step) => Follow(members[step], path[1..]),
            _ => [],
        };
    }
}
