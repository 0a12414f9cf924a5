using System.Text;
using System.Text.Unicode;

namespace BedrockPS.Recording;

/// <summary>Takes out of requests and answers what a recording must not hold.</summary>
/// <param name="rules">The user's own rules: a text in, the text to write out.</param>
internal sealed class Redactor(IReadOnlyList<Func<string, string>> rules)
{
    private const string Blob = "bytes";

    public RecordedRequest Redact(RecordedRequest request) => request with
    {
        Path = RequestPath.Map(request.Path, text => Redact(text, null)),
        Body = Redact(request.Body),
    };

    public RecordedAnswer Redact(RecordedAnswer answer) => answer with
    {
        Headers = [.. answer.Headers.Select(header => KeyValuePair.Create(header.Key, Redact(header.Value, null)))],
        Body = Redact(answer.Body),
        Frames = answer.Frames is { } frames ? StreamRedaction.Redact(frames, this) : null,
    };

    /// <summary>The text without what is secret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="member">The name of the member that holds it; null where it is none.</param>
    public string Redact(string text, string? member)
    {
        string plain = KnownSecrets.Redact(text, member);
        foreach (Func<string, string> rule in rules)
        {
            plain = plain.Length == 0 ? plain : rule(plain);
        }

        return plain;
    }

    /// <summary>
    /// The body without what is secret: JSON value by value, another text as a whole; what is no text is left.
    /// </summary>
    public ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty || !Utf8.IsValid(body.Span))
        {
            return body;
        }

        if (BodyJson.IsJson(body.Span))
        {
            // The user's rules are for values: a name that they changed would be another request.
            return JsonTexts.Map(body.Span, Redact, name => KnownSecrets.Redact(name, null));
        }

        string text = Encoding.UTF8.GetString(body.Span);
        string plain = Redact(text, null);
        return plain == text ? body : Encoding.UTF8.GetBytes(plain);
    }

    /// <summary>A value of a body without what is secret; a file within JSON is opened where it is text.</summary>
    public string Redact(JsonPlace place, string text)
    {
        if (place is { IsText: true, Member: Blob } && TryDecode(text) is { } file)
        {
            ReadOnlyMemory<byte> plain = Redact(file);
            return plain.Span.SequenceEqual(file) ? text : Convert.ToBase64String(plain.Span);
        }

        return Redact(text, place.Member);
    }

    private static byte[]? TryDecode(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }
}
