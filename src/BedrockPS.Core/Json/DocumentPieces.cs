using System.Collections;
using System.Collections.Specialized;

namespace BedrockPS.Json;

/// <summary>Joins the pieces in which a stream sends a free-form value.</summary>
internal static class DocumentPieces
{
    private const string BlobMember = "bytes";

    /// <summary>Texts and lists are appended, objects member by member; of other values the last one stands.</summary>
    public static object? Join(object? before, object? piece) => Join(before, piece, string.Empty);

    private static object? Join(object? before, object? piece, string member) => (before, piece) switch
    {
        (string left, string right) => member == BlobMember ? JoinBlobs(left, right) : left + right,
        (object?[] left, object?[] right) => (object?[])[.. left, .. right],
        (IDictionary left, IDictionary right) => JoinMembers(left, right),
        _ => piece ?? before,
    };

    // A copy: what came first belongs to an event that somebody may hold.
    private static OrderedDictionary JoinMembers(IDictionary left, IDictionary right)
    {
        OrderedDictionary joined = new(StringComparer.Ordinal);
        Add(joined, left);
        Add(joined, right);
        return joined;
    }

    private static void Add(OrderedDictionary joined, IDictionary members)
    {
        foreach (DictionaryEntry member in members)
        {
            joined[member.Key] = Join(joined[member.Key], member.Value, (string)member.Key);
        }
    }

    // Each piece of a blob is base64 of its own, so the padding would end up in the middle.
    private static string JoinBlobs(string left, string right)
    {
        try
        {
            return Convert.ToBase64String([.. Convert.FromBase64String(left), .. Convert.FromBase64String(right)]);
        }
        catch (FormatException)
        {
            return left + right;
        }
    }
}
