using System.Text.Json.Nodes;

namespace BedrockPS.Local.Guardrails;

/// <summary>What one rule of a guardrail says of a text.</summary>
/// <param name="Policy">The policy's member in an assessment.</param>
/// <param name="List">The list within the policy.</param>
/// <param name="Item">The entry in that list.</param>
/// <param name="Action">What the rule does about it: BLOCKED, ANONYMIZED or NONE.</param>
/// <param name="IsDetected">Whether the rule found what it looks for.</param>
internal sealed record GuardrailHit(string Policy, string List, JsonObject Item, string Action, bool IsDetected)
{
    public const string Blocked = "BLOCKED";
    public const string Anonymized = "ANONYMIZED";
    public const string None = "NONE";

    /// <summary>The text that was found, for rules that can mask it.</summary>
    public string? Match { get; init; }

    /// <summary>What stands in its place.</summary>
    public string? Mask { get; init; }

    public bool Intervenes => IsDetected && Action != None;

    /// <summary>The entry as the service shows it.</summary>
    public JsonObject ToJson()
    {
        JsonObject item = Item.DeepClone().AsObject();
        item["action"] = Action;
        item["detected"] = IsDetected;
        return item;
    }
}
