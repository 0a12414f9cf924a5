using System.Text.RegularExpressions;
using BedrockPS.Catalog;

namespace BedrockPS.Usage;

/// <summary>The names under which a table may have the price of a model, the most particular first.</summary>
internal static partial class PriceIds
{
    public static IEnumerable<string> Of(ModelIdentifier model)
    {
        yield return model.Text;
        if (model.Kind == ModelKind.InferenceProfile)
        {
            yield return model.Name;
        }

        if (model.FoundationModelId is not { } id)
        {
            yield break;
        }

        // "amazon.nova-pro-v1:0:300k" is a version with another context window, at the same price.
        string unsized = Size().Replace(id, "$1");
        string unnumbered = Number().Replace(id, string.Empty);
        string bare = Version().Replace(unnumbered, string.Empty);
        foreach (string name in new[] { id, unsized, unnumbered, bare, id + ":0" })
        {
            yield return name;
        }
    }

    [GeneratedRegex(@"(:\d+):[0-9a-z]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@":\d+(:[0-9a-z]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"-v\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
