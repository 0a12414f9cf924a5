using System.Text;
using BedrockPS.Json;
using BedrockPS.Media;

namespace BedrockPS;

/// <summary>Estimates tokens without a call, for decisions that need no exact count.</summary>
/// <remarks>
/// Text: four characters a token where the script is Latin, two in other alphabets, one in scripts without an alphabet;
/// the providers' own rules of thumb for English go from 3.5 (Anthropic) to 4.7 characters (Amazon). Pictures: width
/// times height / 750, 1600 at most, which is Anthropic's formula. Other media: a token for 25 bytes, which is a guess.
/// Where a conversation had an answer, its estimate is scaled by what the service counted for it.
/// </remarks>
public static class TokenEstimate
{
    private const int PerTurn = 4;
    private const int LargestPicture = 1600;
    private const int PixelsPerToken = 750;
    private const int MediaBytesPerToken = 25;

    /// <summary>The tokens of a text.</summary>
    /// <param name="text">The text.</param>
    public static long Of(string? text) => (Quarters(text) + 3) / 4;

    /// <summary>The tokens of a turn.</summary>
    /// <param name="turn">The turn.</param>
    public static long Of(Message turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return PerTurn + turn.Content.Sum(Of);
    }

    /// <summary>The tokens of a conversation, as its next question carries it.</summary>
    /// <param name="conversation">The conversation.</param>
    public static long Of(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return Scale(conversation, Raw(conversation));
    }

    internal static long Scale(Conversation conversation, long estimate) =>
        (long)Math.Round(estimate * conversation.TokenScale);

    /// <summary>How many tokens the service counted for each estimated one; as before where it did not say.</summary>
    internal static double Calibrate(Conversation conversation, TokenUsage? usage)
    {
        long counted = usage is null
            ? 0
            : usage.InputTokens + (usage.CacheReadInputTokens ?? 0) + (usage.CacheWriteInputTokens ?? 0);

        // Short questions with long tools would give factors that long conversations do not have.
        return counted > 0 ? Math.Clamp((double)counted / Raw(conversation), 0.5, 3) : conversation.TokenScale;
    }

    /// <summary>What is fixed for every question of a conversation.</summary>
    internal static long OfFrame(Conversation conversation) =>
        PerTurn + Of(conversation.System) + Of(conversation.Summary);

    private static long Raw(Conversation conversation) =>
        OfFrame(conversation) + conversation.Messages.Sum(Of);

    /// <summary>The tokens of a request: its turns, its instructions and its tools.</summary>
    /// <param name="request">The request.</param>
    public static long Of(ConverseRequest request) => Usage.RequestSize.OfConverse(request).InputTokens;

    private static long Of(ContentBlock block) => block switch
    {
        TextBlock text => Of(text.Text),
        ReasoningBlock thought => Of(thought.Text),
        ImageBlock image => OfPicture(image),
        DocumentBlock document => OfSource(document.Source),
        VideoBlock video => OfSource(video.Source),
        AudioBlock audio => OfSource(audio.Source),
        CachePointBlock => 0,
        _ => Of(Encoding.UTF8.GetString(BedrockMessages.Write(new Message(MessageRole.User, [block])))),
    };

    private static long OfPicture(ImageBlock image)
    {
        byte[]? bytes = image.Source?.Bytes;
        (int Width, int Height)? size = bytes is null ? null : ImageSize.Read(image.Format ?? string.Empty, bytes);
        return size is { } pixels
            ? Math.Min(LargestPicture, ((long)pixels.Width * pixels.Height / PixelsPerToken) + 1)
            : LargestPicture;
    }

    private static long OfSource(MediaSource? source) => source?.Bytes is { } bytes
        ? (bytes.Length / MediaBytesPerToken) + 1
        : Of(source?.Text) + LargestPicture;

    private static long Quarters(string? text)
    {
        long quarters = 0;
        foreach (char c in text ?? string.Empty)
        {
            quarters += c < '\u0250' ? 1 : c < '\u2E80' ? 2 : 4;
        }

        return quarters;
    }
}
