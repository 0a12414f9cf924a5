using BedrockPS.Http;

namespace BedrockPS.Media;

/// <summary>Decides what a content is sent as.</summary>
internal static class MediaChoice
{
    /// <summary>The format by content and name, within the kind that was asked for.</summary>
    /// <param name="possible">What the content may be, the likeliest first.</param>
    /// <param name="byName">What it may be by its name.</param>
    /// <param name="kind">The kind that was asked for; null for any.</param>
    /// <param name="what">The content in words for a message.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it cannot be sent, or is of another kind.</exception>
    public static MediaFormat Choose(MediaFormat[] possible, MediaFormat[] byName, string? kind, string what)
    {
        if (possible.Length == 0)
        {
            throw Refuse(
                $"{what} cannot be sent: it is not text, nor in a format that the service takes. {Accepted(kind)}");
        }

        MediaFormat[] fitting = [.. possible.Where(format => kind is null || format.Kind == kind)];
        if (fitting.Length == 0)
        {
            throw Refuse(
                $"{what} is not of the kind {kind}: by its content it is {possible[0].Format} ({possible[0].Kind}). "
                + Accepted(kind));
        }

        MediaFormat[] agreed = [.. fitting.Where(byName.Contains)];
        return agreed.Length > 0 ? agreed[0] : fitting[0];
    }

    public static string Accepted(string? kind) => $"Taken are {MediaFormats.List(kind)}.";

    public static BedrockException Refuse(string message, Exception? inner = null) =>
        new(ClientErrorCode.InvalidRequest, message, inner);
}
