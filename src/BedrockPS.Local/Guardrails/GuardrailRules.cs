using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Guardrails;

/// <summary>Applies the rules of a guardrail's definition to a text, by plain words and patterns.</summary>
/// <param name="guardrail">The definition, as GetGuardrail shows it.</param>
/// <param name="isInput">Whether the text goes to a model or comes from one.</param>
internal sealed class GuardrailRules(JsonElement guardrail, bool isInput)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    private readonly string _direction = isInput ? "input" : "output";

    /// <summary>A hit for each thing found, and one without a match for each rule that found nothing.</summary>
    public IEnumerable<GuardrailHit> Check(string text) =>
    [
        .. Topics(text), .. Filters(text), .. CustomWords(text), .. ManagedWords(text), .. Entities(text),
        .. Patterns(text),
    ];

    private IEnumerable<GuardrailHit> Topics(string text)
    {
        foreach (JsonElement topic in Rules("topicPolicy", "topics"))
        {
            string name = topic.At("name").Text() ?? "";
            bool isFound = topic.At("examples").Texts().Append(name)
                .Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
            JsonObject item = new() { ["name"] = name, ["type"] = "DENY" };
            yield return new GuardrailHit("topicPolicy", "topics", item, ActionOf(topic, isFound), isFound);
        }
    }

    private IEnumerable<GuardrailHit> Filters(string text)
    {
        foreach (JsonElement filter in Rules("contentPolicy", "filters"))
        {
            string type = filter.At("type").Text() ?? "";
            string strength = filter.At($"{_direction}Strength").Text() ?? "NONE";
            bool isFound = strength != "NONE" && GuardrailPatterns.Content(type)?.IsMatch(text) == true;
            JsonObject item = new()
            {
                ["type"] = type,
                ["confidence"] = isFound ? "HIGH" : "NONE",
                ["filterStrength"] = strength,
            };
            yield return new GuardrailHit("contentPolicy", "filters", item, ActionOf(filter, isFound), isFound);
        }
    }

    private IEnumerable<GuardrailHit> CustomWords(string text) =>
        from rule in Rules("wordPolicy", "words")
        let word = rule.At("text").Text() ?? ""
        let isFound = word.Length > 0 && text.Contains(word, StringComparison.OrdinalIgnoreCase)
        where isFound
        select new GuardrailHit(
            "wordPolicy", "customWords", new JsonObject { ["match"] = word }, ActionOf(rule, isFound), isFound);

    private IEnumerable<GuardrailHit> ManagedWords(string text) =>
        from rule in Rules("wordPolicy", "managedWordLists")
        from match in GuardrailPatterns.Profanity.Matches(text)
        let item = new JsonObject { ["match"] = match.Value, ["type"] = rule.At("type").Text() }
        select new GuardrailHit("wordPolicy", "managedWordLists", item, ActionOf(rule, isFound: true), true);

    private IEnumerable<GuardrailHit> Entities(string text) =>
        from rule in Rules("sensitiveInformationPolicy", "piiEntities")
        let type = rule.At("type").Text() ?? ""
        from match in Found(GuardrailPatterns.Entity(type), text)
        let item = new JsonObject { ["match"] = match, ["type"] = type }
        select Sensitive("piiEntities", rule, item, match, type);

    private IEnumerable<GuardrailHit> Patterns(string text) =>
        from rule in Rules("sensitiveInformationPolicy", "regexes")
        let name = rule.At("name").Text() ?? ""
        let pattern = rule.At("pattern").Text() ?? "$^"
        from match in Found(new Regex(pattern, RegexOptions.CultureInvariant, PatternLimit), text)
        let item = new JsonObject { ["name"] = name, ["match"] = match, ["regex"] = pattern }
        select Sensitive("regexes", rule, item, match, name);

    private GuardrailHit Sensitive(string list, JsonElement rule, JsonObject item, string match, string name)
    {
        bool isFound = match.Length > 0;
        return new GuardrailHit("sensitiveInformationPolicy", list, item, ActionOf(rule, isFound), isFound)
        {
            Match = match,
            Mask = $"{{{name}}}",
        };
    }

    // The service shows an entity that it did not find with an empty match.
    private static IEnumerable<string> Found(Regex? pattern, string text) =>
        (pattern?.Matches(text) ?? Enumerable.Empty<Match>()).Select(match => match.Value).Distinct()
            .DefaultIfEmpty("");

    private IEnumerable<JsonElement> Rules(string policy, string list) => guardrail.At(policy, list).Items()
        .Where(rule => rule.At($"{_direction}Enabled").ValueKind != JsonValueKind.False);

    private string ActionOf(JsonElement rule, bool isFound) => !isFound
        ? GuardrailHit.None
        : (rule.At($"{_direction}Action").Text() ?? rule.At("action").Text()) switch
        {
            "NONE" => GuardrailHit.None,
            "ANONYMIZE" => GuardrailHit.Anonymized,
            _ => GuardrailHit.Blocked,
        };
}
