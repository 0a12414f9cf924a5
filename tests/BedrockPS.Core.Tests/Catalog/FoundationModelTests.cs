using System.Text;
using BedrockPS.Catalog;
using BedrockPS.Json;
using BedrockPS.Usage;

namespace BedrockPS.Tests;

public class FoundationModelTests
{
    [Fact]
    public void WhatTheServiceDoesNotDescribeIsRead()
    {
        FoundationModel model = Read(
            """
            {"modelId":"m","responseStreamingSupported":true,"inputModalities":["TEXT","IMAGE","SPEECH"],
             "modelFamily":"Sonnet","explicitPromptCaching":{"isSupported":true},
             "batchSupported":{"baseModelSupported":false,"crossRegionSupported":true},"guardrailsSupported":true,
             "intelligentPromptRouting":{"isSupported":true},
             "converse":{"maxTokensMaximum":64000,"systemRoleSupported":true,"userImageTypesSupported":["png"],
              "userDocumentTypesSupported":["pdf"],"userVideoTypesSupported":null,
              "reasoningSupported":{"embedded":false}},
             "description":{"maxContextWindow":"128000","shortDescription":"Short.",
              "releaseDate":"2025-10-02T00:00:00Z"}}
            """);

        Assert.Equal(("Sonnet", 128_000L, 64_000L), (model.Family, model.ContextWindow, model.MaxOutputTokens));
        Assert.Equal(["png"], model.ImageTypes);
        Assert.Equal(["pdf"], model.DocumentTypes);
        Assert.Null(model.VideoTypes);
        Assert.Equal(("Short.", 2025), (model.Summary, model.ReleasedAt!.Value.Year));
        Assert.Equal(
            "Streaming; SystemPrompt; Images; Documents; Audio; Reasoning; Caching; Batch; Guardrails; PromptRouting",
            model.Supports.ToString());
        Assert.True(ModelFeatures.Has(model, "PDF"));
        Assert.False(ModelFeatures.Has(model, "Tools"));
    }

    [Theory]
    [InlineData("""{"modelId":"m"}""")]
    [InlineData("""{"modelId":"m","converse":null,"description":null,"batchSupported":null}""")]
    [InlineData("""{"modelId":"m","converse":7,"description":"new","explicitPromptCaching":true,"modelFamily":[]}""")]
    [InlineData("""{"modelId":"m","converse":{"maxTokensMaximum":"many","userImageTypesSupported":"all"}}""")]
    [InlineData("""{"modelId":"m","description":{"maxContextWindow":"long","releaseDate":"soon"}}""")]
    public void WhatIsNotThereOrOfAnotherShapeIsNotKnown(string json)
    {
        FoundationModel model = Read(json);

        Assert.Null(model.Family);
        Assert.Null(model.ContextWindow);
        Assert.Null(model.MaxOutputTokens);
        Assert.Null(model.ImageTypes);
        Assert.Null(model.ReleasedAt);
        Assert.Empty(model.Supports);
    }

    [Fact]
    public void WhatWasSetStandsBeforeWhatTheServiceSaid()
    {
        FoundationModel model = Read("""{"modelId":"m","description":{"maxContextWindow":"128000"}}""");
        model.ContextWindow = null;
        Assert.Null(model.ContextWindow);
        model.ContextWindow = 5;
        Assert.Equal(5, model.ContextWindow);
    }

    [Fact]
    public void TheModulesTableAddsToolsAndSaysWhereFrom()
    {
        FoundationModel model = new() { ModelId = "amazon.nova-lite-v1:0", Streaming = true };
        ModelFacts.Complete(model);

        Assert.Equal(["Streaming", "Tools"], model.Supports);
        Assert.Matches("^Tools: models.dev [0-9-]{10}$", model.Sources["Supports"]);
        Assert.Contains(model.ModelId, ModelFacts.KnownModelIds);
    }

    [Fact]
    public void WhatIsBoughtByTheHourHasNoPriceOfTokensAndTheWindowThatItsIdSays()
    {
        FoundationModel model = new() { ModelId = "amazon.nova-pro-v1:0:24k", InferenceTypes = ["PROVISIONED"] };
        ModelFacts.Complete(model);
        ModelFacts.Complete(model, PriceBook.Read(), "us-east-1", new DateOnly(2026, 8, 21));

        Assert.Equal((24_000L, "the model's id"), (model.ContextWindow, model.Sources["ContextWindow"]));
        Assert.Null(model.InputPrice);
        Assert.Null(model.Currency);
    }

    [Fact]
    public void ListsAndOtherMembersReadAsTheirContent()
    {
        FoundationModel model = Read("""{"modelId":"m","outputModalities":["TEXT","IMAGE"],"a":{"b":[1,null]}}""");

        Assert.Equal("TEXT; IMAGE", model.OutputModalities!.ToString());
        Assert.Equal("""{"a":{"b":[1,null]}}""", model.Other!.ToString());
        Assert.Equal("""{"b":[1,null]}""", model.Other["A"]!.ToString());
    }

    private static FoundationModel Read(string json) =>
        BedrockJson.Read(Encoding.UTF8.GetBytes($$"""{"modelSummaries":[{{json}}]}"""),
            BedrockJsonContext.Default.FoundationModelList).ModelSummaries![0];
}
