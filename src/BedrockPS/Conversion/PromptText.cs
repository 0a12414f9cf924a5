using System.Globalization;
using BedrockPS.Http;

namespace BedrockPS.Conversion;

/// <summary>The text of a question.</summary>
internal static class PromptText
{
    /// <summary>The question that a piped object is by itself.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is none.</exception>
    public static string? Of(object? piped)
    {
        object? bare = Unwrapped.Of(piped);
        return bare switch
        {
            null or string => bare as string,
            _ when DocumentConversion.IsScalar(bare) => Convert.ToString(bare, CultureInfo.InvariantCulture),
            _ => throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"A {bare.GetType().Name} was piped in without a question. Give -Prompt: piped objects are its "
                + "context."),
        };
    }

    /// <summary>Refuses a question that says nothing.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is empty.</exception>
    public static string Require(string? prompt) => string.IsNullOrWhiteSpace(prompt)
        ? throw new BedrockException(ClientErrorCode.InvalidRequest, "The prompt is empty. Give the question to ask.")
        : prompt;
}
