using System.Collections;
using System.Text;

namespace BedrockPS.Preview;

/// <summary>A curl command for a POSIX shell, signed by curl itself with the keys of the environment.</summary>
internal sealed class CurlRenderer : IRequestRenderer
{
    // Linux takes 131,072 bytes in one argument; what printf writes, being the shell's own, has no such limit.
    private const int LongestArgument = 100_000;

    public string Name => "Curl";

    public string Render(BedrockRequestPreview request)
    {
        bool isLong = Encoding.UTF8.GetByteCount(request.Body) > LongestArgument;
        string body = Quote(request.Body);
        string pipe = isLong ? $"printf %s {body} | " : string.Empty;
        IEnumerable<string> arguments =
        [
            $"{pipe}curl -X {request.Method} {Quote(request.Url!.AbsoluteUri)}",
            $"--aws-sigv4 {Provider(request.Region)}",
            "--user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"",
            "${AWS_SESSION_TOKEN:+\"-Hx-amz-security-token: $AWS_SESSION_TOKEN\"}",
            .. Headers(request),
            .. RenderedRequest.IsStream(request) ? (string[])["--no-buffer --output -"] : [],
            isLong ? "--data-binary @-" : $"--data-raw {body}",
        ];
        return string.Join('\n', [.. Comments(request), string.Join(" \\\n  ", arguments)]) + "\n";
    }

    /// <summary>A word of the shell: nothing has a meaning between single quotes but the closing one.</summary>
    internal static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    // Regions are plain words; what is not must not be read by the shell.
    private static string Provider(string? region) => region switch
    {
        null => "\"aws:amz:${AWS_REGION}:bedrock\"",
        _ when region.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') => $"\"aws:amz:{region}:bedrock\"",
        _ => Quote($"aws:amz:{region}:bedrock"),
    };

    private static IEnumerable<string> Headers(BedrockRequestPreview request) =>
        request.Headers.Cast<DictionaryEntry>().Select(header => $"-H {Quote($"{header.Key}: {header.Value}")}");

    private static IEnumerable<string> Comments(BedrockRequestPreview request)
    {
        yield return "# Keys from a profile: eval \"$(aws configure export-credentials --format env)\"";
        yield return "# Keys that are temporary need x-amz-security-token: it is sent where AWS_SESSION_TOKEN is set.";
        if (request.Url!.AbsolutePath.Contains('%'))
        {
            yield return "# An older curl signs a path with '%' in it wrongly (403); a current one does not.";
        }

        if (RenderedRequest.IsStream(request))
        {
            yield return "# The answer is a binary event stream (application/vnd.amazon.eventstream).";
        }
    }
}
