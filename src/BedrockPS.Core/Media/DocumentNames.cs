using System.Globalization;
using System.Text;

namespace BedrockPS.Media;

/// <summary>Names for documents that the service takes, as near to the files' own as may be.</summary>
/// <remarks>
/// It takes letters, digits, single spaces, hyphens, round and square brackets, 1 to 200 of them (API reference,
/// DocumentBlock), and no name twice in a request.
/// </remarks>
public static class DocumentNames
{
    private const int MaxLength = 200;

    private const string Unnamed = "document";

    // From À to ſ. The runtime takes no letter apart where it runs without ICU, as it does in small containers.
    private const string LatinLetters =
        "AAAAAAACEEEEIIIIDNOOOOO-OUUUUYTsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLl"
        + "LlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>Gives documents whose name is taken already a number after it: <c>report (2)</c>.</summary>
    /// <param name="content">
    /// The blocks of a question; a document that needs another name is replaced by a copy.
    /// </param>
    /// <param name="earlier">The turns that go before it in the same request.</param>
    public static IReadOnlyList<ContentBlock> MakeDistinct(
        IEnumerable<ContentBlock> content, IEnumerable<Message> earlier)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (DocumentBlock document in earlier.SelectMany(turn => turn.Content).OfType<DocumentBlock>())
        {
            taken.Add(document.Name ?? Unnamed);
        }

        return [.. content.Select(block => block is DocumentBlock document ? Distinct(document, taken) : block)];
    }

    /// <summary>The name of a file as the service takes it; a format's own extension is left out.</summary>
    internal static string Of(string? fileName, string format)
    {
        string name = Path.GetFileName(fileName ?? string.Empty);
        bool isOwn = MediaFormats.OfName(name).Contains(MediaFormat.Document(format))
            && (format != "txt" || MediaFormats.Extension(name) is "txt" or "text");
        string valid = Valid(isOwn ? Path.GetFileNameWithoutExtension(name) : name);
        return valid.Any(char.IsAsciiLetterOrDigit) ? valid : Unnamed;
    }

    private static DocumentBlock Distinct(DocumentBlock document, HashSet<string> taken)
    {
        string name = document.Name ?? Unnamed;
        string distinct = name;
        for (int number = 2; !taken.Add(distinct); number++)
        {
            string suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            distinct = Cut(name, MaxLength - suffix.Length) + suffix;
        }

        return distinct == document.Name ? document : document.WithName(distinct);
    }

    private static string Valid(string name)
    {
        StringBuilder valid = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes().SelectMany(Parts))
        {
            char next = ToValid(rune);
            bool repeats = valid.Length > 0 && valid[^1] == next && next is ' ' or '-';
            if (next != '\0' && !repeats)
            {
                valid.Append(next);
            }
        }

        return Cut(valid.ToString().Trim(' ', '-'), MaxLength);
    }

    // Letters without their accents, ligatures as their letters.
    private static IEnumerable<Rune> Parts(Rune rune) => rune.Value switch
    {
        < 0x80 => [rune],
        >= 0xC0 and <= 0x17F => [new Rune(LatinLetters[rune.Value - 0xC0])],
        _ => rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes(),
    };

    private static char ToValid(Rune rune) => rune.Value switch
    {
        '_' => ' ',
        '(' or ')' or '[' or ']' => (char)rune.Value,
        int value when value < 0x80 && char.IsAsciiLetterOrDigit((char)value) => (char)value,
        _ when Rune.IsWhiteSpace(rune) => ' ',
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark => '\0',
        _ => '-',
    };

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length].TrimEnd();
}
