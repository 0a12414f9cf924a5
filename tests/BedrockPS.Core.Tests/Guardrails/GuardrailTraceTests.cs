namespace BedrockPS.Tests;

/// <summary>Traces that lack members, or have more of them than this version knows.</summary>
public class GuardrailTraceTests
{
    [Theory]
    [InlineData("""{"promptRouter":{"invokedModelId":"m"}}""")]
    [InlineData("""{"guardrail":null}""")]
    [InlineData("[]")]
    [InlineData("7")]
    public void ATraceWithoutGuardrailGivesNone(string trace) =>
        Assert.Null(new ConverseResponse { Trace = JsonOf.Read(trace) }.GuardrailTrace);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputAssessment":null,"outputAssessments":{},"modelOutput":null}""")]
    [InlineData("""{"inputAssessment":{"g":null},"outputAssessments":{"g":[null]}}""")]
    [InlineData("""{"inputAssessment":[1,"x"],"outputAssessments":"y","modelOutput":[null,3],"actionReason":5}""")]
    [InlineData("""{"inputAssessment":{"g":{"topicPolicy":null,"wordPolicy":{"customWords":[]}}}}""")]
    [InlineData("\"a text\"")]
    public void WhatIsMissingOrOtherwiseStopsNothing(string guardrail)
    {
        GuardrailTrace trace = Read(guardrail);

        Assert.Empty(trace.Findings);
        Assert.False(trace.Intervened);
        Assert.Empty(trace.ModelOutput);
        Assert.NotNull(trace.Raw);
    }

    [Fact]
    public void APolicyToComeIsKeptByItsName()
    {
        GuardrailTrace trace = Input("""{"audioPolicy":{"voices":[{"name":"Bo","action":"BLOCKED","pitch":3}]}}""");

        GuardrailFinding finding = Assert.Single(trace.Findings);
        Assert.Equal("input audioPolicy Bo BLOCKED", finding.ToString());
        Assert.Equal("""{"name":"Bo","action":"BLOCKED","pitch":3}""", JsonOf.Document(finding.Raw));
        Assert.True(trace.Intervened);
    }

    [Theory]
    [InlineData("""{"newPolicy":{"action":"BLOCKED","why":"x"}}""", "BLOCKED")]
    [InlineData("""{"newPolicy":{"verdict":"bad","more":null}}""", null)]
    [InlineData("""{"newPolicy":"bad"}""", null)]
    [InlineData("""{"newPolicy":[{"action":"BLOCKED"}]}""", "BLOCKED")]
    [InlineData("""{"newPolicy":{"items":["bad"]}}""", null)]
    public void APolicyOfAnotherShapeIsKept(string assessment, string? action)
    {
        GuardrailFinding finding = Assert.Single(Input(assessment).Findings);

        Assert.Equal("newPolicy", finding.Policy);
        Assert.Equal(action, finding.Action);
        Assert.NotNull(finding.Raw);
    }

    [Fact]
    public void AListToComeOfAKnownPolicyIsKept()
    {
        GuardrailTrace trace = Input(
            """{"wordPolicy":{"customWords":[{"match":"a","action":"NONE"}],"phrases":[{"match":"b"}]}}""");

        Assert.Equal(["word", "wordPolicy"], trace.Findings.Select(finding => finding.Policy));
        Assert.False(trace.Intervened);
    }

    [Fact]
    public void AutomatedReasoningTellsItsKindAndTheClaims()
    {
        GuardrailTrace trace = Input(
            """
            {"automatedReasoningPolicy":{"findings":[{"invalid":{"translation":{
                "claims":[{"logic":"x","naturalLanguage":"pets fly"},{"logic":"y"}]}}},{"tooComplex":{}}]}}
            """);

        Assert.Equal(
            ["input automatedReasoning invalid: 'pets fly'", "input automatedReasoning tooComplex"],
            trace.Findings.Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData("""{"type":"EMAIL","match":"a@b.c","action":"ANONYMIZED"}""", "input pii EMAIL: 'a@b.c' ANONYMIZED")]
    [InlineData("""{"type":"X","score":0.5,"threshold":0.75,"action":"BLOCKED"}""", "input pii X: 0.5 of 0.75 BLOCKED")]
    [InlineData("""{"type":"EMAIL","score":1}""", "input pii EMAIL: 1")]
    [InlineData("{}", "input pii")]
    public void AFindingIsOneLine(string item, string line)
    {
        GuardrailTrace trace = Input($$$"""{"sensitiveInformationPolicy":{"piiEntities":[{{{item}}}]}}""");

        Assert.Equal(line, Assert.Single(trace.Findings).ToString());
    }

    [Fact]
    public void TheGuardrailIsNamedByTheTraceWhereItsDetailsSayNothing()
    {
        GuardrailTrace trace = Input("""{"topicPolicy":{"topics":[{"name":"x"}]}}""");

        Assert.Equal("gr-1", trace.GuardrailId);
        Assert.Null(trace.GuardrailVersion);
        Assert.Equal("gr-1", trace.Findings[0].GuardrailId);
    }

    [Fact]
    public void AMockMaySetIt()
    {
        GuardrailTrace mock = new() { Findings = [new GuardrailFinding { Action = "BLOCKED" }] };
        ConverseResponse response = new() { GuardrailTrace = mock };

        Assert.Same(mock, response.GuardrailTrace);
        Assert.True(response.GuardrailTrace.Intervened);
    }

    private static GuardrailTrace Input(string assessment) =>
        Read("{\"inputAssessment\":{\"gr-1\":" + assessment + "}}");

    private static GuardrailTrace Read(string guardrail) =>
        new ConverseResponse { Trace = JsonOf.Read("{\"guardrail\":" + guardrail + "}") }.GuardrailTrace!;
}
