using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Tests;

/// <summary>A trace that has every member of the service's API description.</summary>
public class DescribedGuardrailTests
{
    private static readonly string[] NoPolicies = ["invocationMetrics", "appliedGuardrailDetails"];

    // The members of today's findings, and where they are read to.
    private static readonly Dictionary<string, Func<GuardrailFinding, object?>> Readers = new()
    {
        ["name"] = finding => finding.Name,
        ["type"] = finding => finding.Type,
        ["match"] = finding => finding.Match,
        ["action"] = finding => finding.Action,
        ["detected"] = finding => finding.Detected,
        ["confidence"] = finding => finding.Confidence,
        ["filterStrength"] = finding => finding.FilterStrength,
        ["score"] = finding => finding.Score,
        ["threshold"] = finding => finding.Threshold,
    };

    [SharedFact("api")]
    public void EveryFindingOfEveryPolicyIsRead()
    {
        ApiSamples api = new();
        JsonNode guardrail = api.Make("GuardrailTraceAssessment", "guardrail")!;
        GuardrailTrace trace = Read(guardrail);
        JsonNode assessment = guardrail["inputAssessment"]!["gr-1"]!;
        JsonObject[] items = assessment.AsObject()
            .Where(policy => !NoPolicies.Contains(policy.Key))
            .SelectMany(policy => policy.Value!.AsObject())
            .SelectMany(list => list.Value!.AsArray())
            .Select(item => item!.AsObject())
            .ToArray();

        Assert.Equal(14, items.Length);
        Assert.Equal(items.Length, trace.Findings.Count(finding => finding.Source == "input"));
        Assert.Equal(items.Length, trace.Findings.Count(finding => finding.Source == "output"));
        foreach ((JsonObject item, GuardrailFinding finding) in items.Zip(trace.Findings))
        {
            JsonOf.AssertSame(item.ToJsonString(), JsonOf.Document(finding.Raw));
            AssertRead(item, finding);
        }
    }

    [SharedFact("api")]
    public void TheFactsOfTheTraceAreRead()
    {
        GuardrailTrace trace = Read(new ApiSamples().Make("GuardrailTraceAssessment", "guardrail")!);

        Assert.Equal("some actionReason", trace.ActionReason);
        Assert.Equal(["some modelOutput"], trace.ModelOutput);
        Assert.Equal("some guardrailId", trace.GuardrailId);
        Assert.Equal("some guardrailVersion", trace.GuardrailVersion);
        Assert.True(trace.Intervened);
        Assert.All(trace.Findings, finding => Assert.Equal("some guardrailId", finding.GuardrailId));
    }

    [SharedFact("api")]
    public void EveryPolicyHasItsWord()
    {
        GuardrailTrace trace = Read(new ApiSamples().Make("GuardrailTraceAssessment", "guardrail")!);

        string[] words = typeof(GuardrailPolicy).GetFields().Select(field => (string)field.GetValue(null)!).ToArray();
        Assert.Equal(words.Order(), trace.Findings.Select(finding => finding.Policy!).Distinct().Order());
    }

    private static void AssertRead(JsonObject item, GuardrailFinding finding)
    {
        // A conclusion of automated reasoning is a union: its member is the kind.
        if (item.Count == 1)
        {
            Assert.Equal(item.Single().Key, finding.Type);
            return;
        }

        foreach (KeyValuePair<string, JsonNode?> member in item.Where(member => Readers.ContainsKey(member.Key)))
        {
            JsonOf.AssertSame(member.Value!.ToJsonString(), JsonSerializer.Serialize(Readers[member.Key](finding)));
        }
    }

    private static GuardrailTrace Read(JsonNode guardrail)
    {
        JsonObject trace = new() { ["guardrail"] = guardrail.DeepClone() };
        return new ConverseResponse { Trace = JsonOf.Read(trace.ToJsonString()) }.GuardrailTrace!;
    }
}
