using System.Text.RegularExpressions;

namespace BedrockPS.Catalog;

/// <summary>What stands for a model, taken apart: an id of a model or of a profile, or an ARN of any kind.</summary>
public sealed partial record ModelIdentifier
{
    private ModelIdentifier(string text, string kind, string name)
    {
        (Text, Kind, Name) = (text, kind, name);
    }

    /// <summary>What was given.</summary>
    public string Text { get; }

    /// <summary>What it is: one of <see cref="ModelKind"/>, or what an ARN of another kind says.</summary>
    public string Kind { get; }

    /// <summary>The id alone, without what an ARN puts before it.</summary>
    public string Name { get; }

    /// <summary>Whether an ARN was given.</summary>
    public bool IsArn => Partition is not null;

    /// <summary>The ARN's partition; null for an id.</summary>
    public string? Partition { get; private init; }

    /// <summary>The ARN's region; null for an id and for an ARN without one.</summary>
    public string? Region { get; private init; }

    /// <summary>The ARN's account; null for an id and for what belongs to no account.</summary>
    public string? Account { get; private init; }

    /// <summary>Whether it is an inference profile.</summary>
    public bool IsProfile => Kind is ModelKind.InferenceProfile or ModelKind.ApplicationInferenceProfile;

    /// <summary>
    /// The id of the foundation model, as far as the name alone tells it: that of a system profile ends with it.
    /// </summary>
    public string? FoundationModelId => Kind switch
    {
        ModelKind.FoundationModel => Name,
        ModelKind.InferenceProfile when ProfileId().IsMatch(Name) => Name[(Name.IndexOf('.') + 1)..],
        _ => null,
    };

    /// <summary>Takes it apart; nothing is refused.</summary>
    public static ModelIdentifier Parse(string text)
    {
        Match arn = Arn().Match(text);
        if (!arn.Success)
        {
            return new ModelIdentifier(text, KindOf(text), text);
        }

        return new ModelIdentifier(text, arn.Groups["kind"].Value, arn.Groups["name"].Value)
        {
            Partition = arn.Groups["partition"].Value,
            Region = Part(arn, "region"),
            Account = Part(arn, "account"),
        };
    }

    /// <summary>What was given.</summary>
    public override string ToString() => Text;

    private static string? Part(Match arn, string name) => arn.Groups[name].Value is { Length: > 0 } part ? part : null;

    private static string KindOf(string id) =>
        ProfileId().IsMatch(id) ? ModelKind.InferenceProfile
        : id.Contains('.') ? ModelKind.FoundationModel
        : ModelKind.Name;

    // A geography, a maker, a model; "minimax.minimax-m2.1" and "deepseek.v3.2" have dots in the model's version, and
    // no list of geographies is needed to tell them apart.
    [GeneratedRegex(@"^[a-z][a-z-]*\.[a-z][a-z0-9]*\.[a-z].*$")]
    private static partial Regex ProfileId();

    [GeneratedRegex(@"^arn:(?<partition>aws[a-z-]*):(?:bedrock|sagemaker):(?<region>[a-z0-9-]*):(?<account>[0-9]*):"
        + "(?<kind>[a-z-]+)/(?<name>.+)$")]
    private static partial Regex Arn();
}
