using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Guardrails;

/// <summary>Puts what a guardrail found into the service's words.</summary>
internal sealed class GuardrailReport(JsonElement guardrail, GuardrailHit[] hits, string text, int images)
{
    private const int CharactersPerUnit = 1000;

    // A policy's lists must all be there once the policy is.
    private static readonly Dictionary<string, string[]> Lists = new()
    {
        ["topicPolicy"] = ["topics"],
        ["contentPolicy"] = ["filters"],
        ["wordPolicy"] = ["customWords", "managedWordLists"],
        ["sensitiveInformationPolicy"] = ["piiEntities", "regexes"],
    };

    public bool IsBlocked { get; } = Array.Exists(hits, hit => hit.Intervenes && hit.Action == GuardrailHit.Blocked);

    public bool Intervenes { get; } = Array.Exists(hits, hit => hit.Intervenes);

    public string Reason => IsBlocked ? "Guardrail blocked." : Intervenes ? "Guardrail masked." : "No action.";

    /// <summary>The text with what is to be hidden replaced.</summary>
    public string Masked(string original) => hits
        .Where(hit => hit.Intervenes && hit.Mask is not null)
        .Aggregate(original, (masked, hit) => masked.Replace(hit.Match!, hit.Mask, StringComparison.Ordinal));

    /// <param name="isFull">Whether rules that found nothing are shown too.</param>
    /// <param name="latencyMs">How long the check took.</param>
    public JsonObject Assessment(bool isFull, long latencyMs)
    {
        JsonObject assessment = [];
        foreach (IGrouping<string, GuardrailHit> policy in hits.Where(hit => isFull || hit.IsDetected)
            .GroupBy(hit => hit.Policy))
        {
            JsonObject shown = [];
            foreach (string list in Lists[policy.Key])
            {
                shown[list] = new JsonArray([.. policy.Where(hit => hit.List == list).Select(hit => hit.ToJson())]);
            }

            assessment[policy.Key] = shown;
        }

        assessment["invocationMetrics"] = new JsonObject
        {
            ["guardrailProcessingLatency"] = latencyMs,
            ["usage"] = Usage(),
            ["guardrailCoverage"] = Coverage(),
        };
        assessment["appliedGuardrailDetails"] = Applied();
        return assessment;
    }

    public JsonObject Usage()
    {
        int units = (text.Length + CharactersPerUnit - 1) / CharactersPerUnit;
        bool hasEntities = guardrail.At("sensitiveInformationPolicy", "piiEntities").Items().Any();
        bool hasPatterns = guardrail.At("sensitiveInformationPolicy", "regexes").Items().Any();
        return new JsonObject
        {
            ["topicPolicyUnits"] = Units("topicPolicy"),
            ["contentPolicyUnits"] = Units("contentPolicy"),
            ["wordPolicyUnits"] = Units("wordPolicy"),
            ["sensitiveInformationPolicyUnits"] = hasEntities ? units : 0,
            ["sensitiveInformationPolicyFreeUnits"] = hasPatterns ? units : 0,
            ["contextualGroundingPolicyUnits"] = 0,
            ["contentPolicyImageUnits"] = guardrail.At("contentPolicy").IsPresent() ? images : 0,
            ["automatedReasoningPolicyUnits"] = 0,
            ["automatedReasoningPolicies"] = 0,
        };

        int Units(string policy) => guardrail.At(policy).IsPresent() ? units : 0;
    }

    public JsonObject Coverage()
    {
        JsonObject coverage = new() { ["textCharacters"] = Count(text.Length) };
        if (images > 0)
        {
            coverage["images"] = Count(images);
        }

        return coverage;
    }

    private static JsonObject Count(int all) => new() { ["guarded"] = all, ["total"] = all };

    private JsonObject Applied() => new()
    {
        ["guardrailId"] = guardrail.At("guardrailId").Text(),
        ["guardrailVersion"] = guardrail.At("version").Text(),
        ["guardrailArn"] = guardrail.At("guardrailArn").Text(),
        ["guardrailOrigin"] = new JsonArray("REQUEST"),
        ["guardrailOwnership"] = "SELF",
    };
}
