using System.Collections;
using System.Text;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Usage;

/// <summary>How large a request is, by an estimate, and how large it lets the answer become.</summary>
internal sealed record RequestSize(long InputTokens, long? MaxTokens)
{
    // A piece of text that long without a space is a file in base64, which is not paid by its letters.
    private const int LongestWord = 2000;
    private const int PerFile = 1600;

    private static readonly string[] LimitNames =
    [
        "max_tokens", "maxTokens", "max_tokens_to_sample", "max_new_tokens", "max_completion_tokens", "max_gen_len",
        "maxTokenCount", "maxOutputTokens", "max_output_tokens",
    ];

    private static readonly string[] ImageNames = ["numberOfImages", "samples", "n"];

    /// <summary>Whether the request has the service keep some of it, at another price.</summary>
    public bool Caches { get; init; }

    /// <summary>How many images a native request asks for.</summary>
    public int Images { get; init; } = 1;

    public static RequestSize Of(MeteredRequest request) => request.Request is { } converse
        ? OfConverse(converse, request.MaxTokens)
        : OfNative(request.Body.Span, request.MaxTokens);

    /// <summary>The input of Converse: turns, instructions and tools.</summary>
    public static RequestSize OfConverse(ConverseRequest request, long? maxTokens = null)
    {
        long turns = request.Messages.Sum(TokenEstimate.Of);
        long system = request.System is { Count: > 0 } blocks
            ? TokenEstimate.Of(new Message(MessageRole.User, blocks))
            : 0;
        long tools = request.ToolConfig is { } config
            ? TokenEstimate.Of(Encoding.UTF8.GetString(
                BedrockJson.Write(config, BedrockJsonContext.Default.ToolConfiguration)))
            : 0;
        bool caches = request.Messages.Any(turn => turn.Content.Exists(block => block is CachePointBlock))
            || request.System?.Any(block => block is CachePointBlock) == true;
        return new RequestSize(turns + system + tools, maxTokens) { Caches = caches };
    }

    private static RequestSize OfNative(ReadOnlySpan<byte> body, long? maxTokens)
    {
        try
        {
            object? decoded = DocumentReader.Read(body);
            return new RequestSize(Count(decoded), maxTokens ?? Find(decoded, LimitNames))
            {
                Images = (int)Math.Clamp(Find(decoded, ImageNames) ?? 1, 1, 100),
                Caches = body.IndexOf("cache_control"u8) >= 0 || body.IndexOf("cachePoint"u8) >= 0,
            };
        }
        catch (JsonException)
        {
            return new RequestSize(PerFile + (body.Length / 25), maxTokens);
        }
    }

    private static long Count(object? value) => value switch
    {
        string { Length: > LongestWord } text when !text.Contains(' ', StringComparison.Ordinal) => PerFile,
        string text => TokenEstimate.Of(text) + 1,
        IDictionary members => members.Values.Cast<object?>().Sum(Count) + members.Count,
        object?[] items => items.Sum(Count),
        null => 0,
        _ => 1,
    };

    // The limit stands at the top, or in an object of settings there.
    private static long? Find(object? body, string[] names)
    {
        if (body is not IDictionary members)
        {
            return null;
        }

        return names.Select(name => members[name] as long?).FirstOrDefault(value => value is not null)
            ?? members.Values.OfType<IDictionary>()
                .SelectMany(inner => names.Select(name => inner[name] as long?))
                .FirstOrDefault(value => value is not null);
    }
}
