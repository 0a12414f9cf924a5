using BedrockPS.Isolation;

namespace BedrockPS.Conversations;

/// <summary>Brings in the assembly that knows Markdig, in a load context that no other sees.</summary>
/// <remarks>The engine has a build of Markdig of its own, and other modules bring theirs.</remarks>
public static class MarkupLoader
{
    private static readonly IsolatedAssembly Markup =
        new("BedrockPS.Markup", "BedrockPS.Markup.MarkdownMarkup", "Markdig.dll");

    /// <summary>The library, of assemblies that are loaded once a process, on the first call.</summary>
    /// <param name="directory">Where <c>BedrockPS.Markup.dll</c> and <c>Markdig.dll</c> lie.</param>
    /// <exception cref="FileNotFoundException">One of the two is missing: the module is incomplete.</exception>
    public static IMarkup Open(string directory) => (IMarkup)Markup.Create(directory);
}
