using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Text.RegularExpressions;
using BedrockPS.Http;

namespace BedrockPS.Conversion;

/// <summary>Turns what the user gives to redact by into a rule: a text in, the text to write out.</summary>
internal static class RedactionRule
{
    private const string Mask = "***";

    /// <summary>The rule of a script block, which changes a text, or of a pattern, whose matches are masked.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is neither.</exception>
    public static Func<string, string> Of(object given) => Unwrapped.Of(given) switch
    {
        ScriptBlock script => text => Run(script, text),
        Regex pattern => text => pattern.Replace(text, Mask),
        string pattern => Of(Parse(pattern)),
        object other => throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"-Redact takes script blocks and patterns, not a {other.GetType().Name}."),
        null => throw new BedrockException(ClientErrorCode.InvalidRequest, "-Redact holds a null."),
    };

    private static Regex Parse(string pattern)
    {
        try
        {
            return new Regex(pattern);
        }
        catch (ArgumentException e)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"-Redact '{pattern}' is no regular expression: {e.Message}", e);
        }
    }

    private static string Run(ScriptBlock script, string text)
    {
        Collection<PSObject> returned;
        try
        {
            returned = script.InvokeWithContext(null, [new PSVariable("_", text)], text);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw Failed($"failed: {e.Message.TrimEnd('.')}.");
        }

        return returned.Count == 1 && Unwrapped.Of(returned[0]) is string redacted
            ? redacted
            : throw Failed($"returned {returned.Count} objects, where it is to return one text.");
    }

    private static BedrockException Failed(string how) => new(
        ClientErrorCode.RecordingFailed,
        $"A script block of -Redact {how} Nothing of a call is recorded, or replayed, that it cannot redact.");
}
