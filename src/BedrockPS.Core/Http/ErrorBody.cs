using System.Collections;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Http;

/// <summary>The JSON of an error, from a body or from a frame; its members are found without case.</summary>
internal sealed class ErrorBody
{
    private readonly IDictionary _members;

    private ErrorBody(IDictionary members) => _members = members;

    /// <summary>The code, where the body names one; a number is a status, not a code.</summary>
    public string? Code => Text("__type") ?? Text("code");

    public string? Message => Text("message");

    public static ErrorBody? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return DocumentReader.Read(json) is IDictionary members ? new ErrorBody(members) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The exception of a code, with all that the body tells of it.</summary>
    /// <param name="code">The code, as the service spells it.</param>
    /// <param name="message">The text.</param>
    /// <param name="body">The body, where it is JSON.</param>
    public static BedrockException ToException(string code, string message, ErrorBody? body)
    {
        string? original = body?.Text("originalMessage");
        string full = original is null ? message : $"{message} The model said: {original}";
        return new BedrockException(ErrorCodes.Clean(code), QuotedToken.Redact(full))
        {
            OriginalMessage = original,
            OriginalStatusCode = body?._members["originalStatusCode"] is long status ? (int)status : null,
            ResourceName = body?.Text("resourceName"),
        };
    }

    private string? Text(string name) => _members[name] is string { Length: > 0 } text ? text : null;
}
