namespace BedrockPS.Conversations;

/// <summary>Makes HTML of what models write.</summary>
public interface IMarkup
{
    /// <summary>
    /// HTML without scripts, without markup of the text's own, and without anything that is fetched from elsewhere.
    /// </summary>
    /// <param name="markdown">The text.</param>
    string ToHtml(string markdown);
}
