using System.Text;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.StructuredOutput;

/// <summary>Finds JSON in what a model wrote: alone, in a fence, between sentences.</summary>
internal static class JsonFinder
{
    // Models write a comma too many, and comments; nobody could take either for something else.
    private static readonly JsonReaderOptions Options = new()
    {
        MaxDepth = DocumentWriter.MaxDepth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The whole text where it is JSON; otherwise the objects and lists in it, in order.</summary>
    /// <remarks>
    /// What is broken is passed over as a whole: a part of it could satisfy a recursive schema, and would not be the
    /// answer.
    /// </remarks>
    public static IReadOnlyList<object?> Find(string text)
    {
        string trimmed = text.Trim().Trim('\uFEFF');
        if (TryRead(trimmed, out object? whole))
        {
            return [whole];
        }

        List<object?> found = [];
        for (int at = 0; (at = IndexOfStart(trimmed, at)) >= 0;)
        {
            int end = IndexOfEnd(trimmed, at);
            if (end < 0)
            {
                break;
            }

            if (TryRead(trimmed[at..end], out object? value))
            {
                found.Add(value);
            }

            at = end;
        }

        return found;
    }

    /// <summary>Whether an object or a list begins in the text, which may have been cut.</summary>
    public static bool HasStart(string text) => IndexOfStart(text, 0) >= 0;

    private static int IndexOfStart(string text, int from)
    {
        int index = text.AsSpan(from).IndexOfAny('{', '[');
        return index < 0 ? -1 : from + index;
    }

    // Behind the bracket that closes the one at the start; -1 where none does.
    private static int IndexOfEnd(string text, int start)
    {
        int depth = 0;
        bool isQuoted = false;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted)
            {
                i += c == '\\' ? 1 : 0;
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if (c is '}' or ']' && --depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static bool TryRead(string text, out object? value)
    {
        value = null;
        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text), Options);
            if (!reader.Read())
            {
                return false;
            }

            value = DocumentReader.Read(ref reader);
            return !reader.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
