using System.Collections;
using System.Text;

namespace BedrockPS.Preview;

/// <summary>A PowerShell script without any module, which signs the request with the keys of the environment.</summary>
/// <remarks>
/// Who has this module has the command itself; who has AWS.Tools would get typed objects that lose what they do not
/// name. A script that signs by itself sends the very bytes, wherever PowerShell 7 is.
/// </remarks>
internal sealed class PowerShellRenderer : IRequestRenderer
{
    // The canonical request escapes the path once more as it stands: every service but S3 signs %3A as %253A.
    private const string Signing = """
        # AWS Signature Version 4
        $date = [datetime]::UtcNow.ToString('yyyyMMddTHHmmssZ')
        $scope = "$($date.Substring(0, 8))/$region/bedrock/aws4_request"
        $hash = { [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($args[0])).ToLowerInvariant() }
        $mac = { , [Security.Cryptography.HMACSHA256]::HashData($args[0], [Text.Encoding]::UTF8.GetBytes($args[1])) }
        $signed = [Collections.Generic.SortedDictionary[string, string]]::new([StringComparer]::Ordinal)
        $signed['host'] = $uri.Authority
        $signed['x-amz-date'] = $headers['X-Amz-Date'] = $date
        if ($env:AWS_SESSION_TOKEN) {
            $signed['x-amz-security-token'] = $headers['X-Amz-Security-Token'] = $env:AWS_SESSION_TOKEN
        }

        $path = ($uri.AbsolutePath -split '/').ForEach({ [uri]::EscapeDataString($_) }) -join '/'
        $names = $signed.Keys -join ';'
        $lines = $signed.Keys.ForEach({ "${_}:$($signed[$_])" }) -join "`n"
        $canonical = "POST`n$path`n`n$lines`n`n$names`n$(& $hash $body)"
        $toSign = "AWS4-HMAC-SHA256`n$date`n$scope`n$(& $hash ([Text.Encoding]::UTF8.GetBytes($canonical)))"
        $key = [Text.Encoding]::UTF8.GetBytes("AWS4$env:AWS_SECRET_ACCESS_KEY")
        foreach ($part in $scope -split '/') { $key = & $mac $key $part }
        $signature = [Convert]::ToHexString((& $mac $key $toSign)).ToLowerInvariant()
        $headers['Authorization'] = "AWS4-HMAC-SHA256 Credential=$env:AWS_ACCESS_KEY_ID/$scope, " +
            "SignedHeaders=$names, Signature=$signature"

        """;

    public string Name => "PowerShell";

    public string Render(BedrockRequestPreview request)
    {
        StringBuilder script = new();
        script.Append("#Requires -Version 7\n");
        script.Append("# Keys from a profile: ");
        script.Append("aws configure export-credentials --format powershell | Out-String | Invoke-Expression\n");
        script.Append("$uri = [uri] ").Append(Quote(request.Url!.AbsoluteUri)).Append('\n');
        string region = request.Region is null ? "$env:AWS_REGION" : Quote(request.Region);
        script.Append("$region = ").Append(region).Append('\n');
        script.Append("$headers = @{ ").AppendJoin("; ", Headers(request)).Append(" }\n");
        script.Append("$body = [Text.Encoding]::UTF8.GetBytes(").Append(Quote(request.Body)).Append(")\n\n");
        script.Append(Signing.ReplaceLineEndings("\n")).Append('\n').Append(Send(request));
        return script.ToString();
    }

    /// <summary>A literal; the engine takes typographic quotes for quotes, so they are doubled too.</summary>
    internal static string Quote(string text)
    {
        StringBuilder quoted = new("'", text.Length + 2);
        foreach (char c in text)
        {
            quoted.Append(c, c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B' ? 2 : 1);
        }

        return quoted.Append('\'').ToString();
    }

    private static IEnumerable<string> Headers(BedrockRequestPreview request) => request.Headers.Cast<DictionaryEntry>()
        .Where(header => !"Content-Type".Equals(header.Key as string, StringComparison.OrdinalIgnoreCase))
        .Select(header => $"{Quote($"{header.Key}")} = {Quote($"{header.Value}")}");

    private static string Send(BedrockRequestPreview request)
    {
        string type = request.Headers["Content-Type"] as string ?? "application/json";
        string arguments = "-Uri $uri -Method Post -Headers $headers "
            + $"-ContentType {Quote(type)} -Body $body -SkipHeaderValidation";
        return RenderedRequest.IsStream(request)
            ? $"# The answer is a binary event stream; .Content holds its bytes.\nInvoke-WebRequest {arguments}\n"
            : $"Invoke-RestMethod {arguments}\n";
    }
}
