using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BedrockPS.Preview;

/// <summary>Writes JSON values as Python literals.</summary>
internal static class PythonLiteral
{
    private const int LongestLine = 88;
    private const string Step = "    ";

    /// <summary>The literal: on one line where it fits, otherwise one member a line.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The white space before the line on which the literal begins.</param>
    /// <param name="blobs">Which members are bytes on the way; null where none is.</param>
    public static string Of(JsonElement value, string indent, BlobMembers? blobs)
    {
        string line = Write(value, indent: null, blobs);
        return line.Length + indent.Length <= LongestLine ? line : Write(value, indent, blobs);
    }

    /// <summary>A text: ASCII signs and letters of any script as they are, all else escaped.</summary>
    public static string OfText(string text)
    {
        StringBuilder literal = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when IsPlain(c) => c.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            });
        }

        return literal.Append('"').ToString();
    }

    // Invisible characters, such as line separators and marks of direction, would not survive an editor.
    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);

    private static string Write(JsonElement value, string? indent, BlobMembers? blobs) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            WriteItems("{}", value.EnumerateObject().Select(member => WriteMember(member, indent, blobs)), indent),
        JsonValueKind.Array =>
            WriteItems("[]", value.EnumerateArray().Select(item => WriteInner(item, indent, blobs)), indent),
        JsonValueKind.String => OfText(value.GetString()!),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Null => "None",
        _ => value.GetRawText(),
    };

    private static string WriteMember(JsonProperty member, string? indent, BlobMembers? blobs)
    {
        bool isBlob = blobs?.IsBlob(member) == true;
        string value = isBlob
            ? $"base64.b64decode({OfText(member.Value.GetString()!)})"
            : WriteInner(member.Value, indent, blobs is null ? null : BlobMembers.Within(member.Name));
        return $"{OfText(member.Name)}: {value}";
    }

    private static string WriteInner(JsonElement value, string? indent, BlobMembers? blobs) =>
        indent is null ? Write(value, indent: null, blobs) : Of(value, indent + Step, blobs);

    private static string WriteItems(string brackets, IEnumerable<string> items, string? indent)
    {
        string[] written = items.ToArray();
        if (indent is null || written.Length == 0)
        {
            return $"{brackets[0]}{string.Join(", ", written)}{brackets[1]}";
        }

        string lines = string.Concat(written.Select(item => $"{indent}{Step}{item},\n"));
        return $"{brackets[0]}\n{lines}{indent}{brackets[1]}";
    }
}
