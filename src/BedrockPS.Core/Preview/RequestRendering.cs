using System.Text;
using BedrockPS.Http;

namespace BedrockPS.Preview;

/// <summary>The languages in which a request can be written down.</summary>
public static class RequestRendering
{
    private static readonly IRequestRenderer[] Renderers =
        [new PowerShellRenderer(), new CurlRenderer(), new Boto3Renderer()];

    /// <summary>The words for the languages.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Renderers, renderer => renderer.Name);

    /// <summary>Refuses a word for no known language.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: there is no such language.</exception>
    public static void Check(string name) => Find(name);

    /// <summary>The program that sends the request, in the language of that name.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: there is no such language, or the body is no text.
    /// </exception>
    public static string Render(BedrockRequestPreview request, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        IRequestRenderer renderer = Find(name);
        RequireText(request);
        return renderer.Render(request).TrimEnd('\n');
    }

    private static IRequestRenderer Find(string name) =>
        Array.Find(Renderers, renderer => renderer.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new BedrockException(
            ClientErrorCode.InvalidRequest, $"-As is '{name}'; a request can be shown as {string.Join(", ", Names)}.");

    private static void RequireText(BedrockRequestPreview request)
    {
        byte[] written = Encoding.UTF8.GetBytes(request.Body);
        bool isWhole = request.RawBody is null || written.AsSpan().SequenceEqual(request.RawBody);
        if (!isWhole || request.Body.Contains('\0'))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                "The body is not text, so no program can carry it. Leave -As out and take .RawBody of the request.");
        }
    }
}
