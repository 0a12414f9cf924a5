using System.Collections;
using System.Text;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Conversion;

/// <summary>Reads the tool uses that a scripted reply is to ask for.</summary>
internal static class ToolUseShape
{
    /// <summary>One tool use, or several.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: one of them has no name.</exception>
    public static LocalToolUse[] Read(object? value) => DocumentConversion.ToPlain(value) switch
    {
        object?[] uses => Array.ConvertAll(uses, ReadOne),
        var use => [ReadOne(use)],
    };

    private static LocalToolUse ReadOne(object? use) =>
        use is IDictionary members && Member(members, "name") is { } name
            ? new LocalToolUse
            {
                Name = $"{name}",
                InputJson = Input(Member(members, "input")),
                ToolUseId = Member(members, "toolUseId")?.ToString(),
            }
            : throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                "-ToolUse takes @{ name = 'tool'; input = @{ parameter = 'value' } }, or several of these.");

    // Text is JSON as it is, so that a test can let a model write broken JSON.
    private static string Input(object? input) => input switch
    {
        null => "{}",
        string json => json,
        _ => Encoding.UTF8.GetString(BedrockJson.WriteDocument(input)),
    };

    private static object? Member(IDictionary members, string name) => members.Cast<DictionaryEntry>()
        .FirstOrDefault(member => name.Equals(member.Key as string, StringComparison.OrdinalIgnoreCase)).Value;
}
