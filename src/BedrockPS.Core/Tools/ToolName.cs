using BedrockPS.Http;

namespace BedrockPS.Tools;

/// <summary>What a tool may be called.</summary>
public static class ToolName
{
    // API description of the Bedrock runtime, shape ToolName: [a-zA-Z0-9_-]+, 64 at most.
    private const int MaxLength = 64;

    /// <summary>Refuses a name that the service does not take.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: it is empty, too long, or has other characters.
    /// </exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > MaxLength || !name.All(IsAllowed))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{name}' cannot be the name of a tool: 1 to {MaxLength} letters, digits, '_' and '-'. Give -Name.");
        }
    }

    /// <summary>Refuses tools of which two have one name: the model could not tell them apart.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: a name stands twice.</exception>
    public static void CheckDistinct(IEnumerable<string> names)
    {
        string? twice = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Skip(1).Any())?.Key;
        if (twice is not null)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"Two tools are called '{twice}'. Give one of them another -Name.");
        }
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
