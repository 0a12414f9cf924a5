using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class ListModelsTests : EndpointTest
{
    [Fact]
    public async Task Lists_models_of_many_kinds()
    {
        List<JsonElement> models = await ListAsync("");

        Assert.True(models.Count >= 20);
        Assert.Contains(models, model => model.GetProperty("modelLifecycle").GetRawText().Contains("LEGACY"));
        Assert.Contains(models, model => model.GetProperty("converse").ValueKind == JsonValueKind.Null);
        Assert.Contains(
            models, model => model.GetProperty("responseStreamingSupported").ValueKind == JsonValueKind.Null);
        Assert.All(models, model => Assert.EndsWith(
            "/" + model.GetProperty("modelId").GetString(), model.GetProperty("modelArn").GetString()));
    }

    [Theory]
    [InlineData("?byProvider=meta", "providerName", "Meta")]
    [InlineData("?byProvider=Mistral%20AI", "providerName", "Mistral AI")]
    public async Task Filters_by_provider(string query, string member, string value)
    {
        List<JsonElement> models = await ListAsync(query);

        Assert.NotEmpty(models);
        Assert.All(models, model => Assert.Equal(value, model.GetProperty(member).GetString()));
    }

    [Theory]
    [InlineData("?byOutputModality=EMBEDDING", "outputModalities", "EMBEDDING")]
    [InlineData("?byInferenceType=PROVISIONED", "inferenceTypesSupported", "PROVISIONED")]
    [InlineData("?byCustomizationType=FINE_TUNING", "customizationsSupported", "FINE_TUNING")]
    public async Task Filters_by_a_listed_value(string query, string list, string value)
    {
        List<JsonElement> models = await ListAsync(query);

        Assert.NotEmpty(models);
        Assert.All(models, model => Assert.Contains(
            value, model.GetProperty(list).EnumerateArray().Select(item => item.GetString())));
    }

    [Fact]
    public async Task Filters_add_up()
    {
        Assert.Empty(await ListAsync("?byProvider=Meta&byOutputModality=IMAGE"));
    }

    [Fact]
    public async Task An_unknown_modality_is_refused()
    {
        await AssertFaultAsync(
            await Client.GetAsync("/foundation-models?byOutputModality=SMELL"), 400, "ValidationException", "SMELL");
    }

    private async Task<List<JsonElement>> ListAsync(string query)
    {
        JsonElement answer = await ReadJsonAsync(await Client.GetAsync($"/foundation-models{query}"));
        return [.. answer.GetProperty("modelSummaries").EnumerateArray()];
    }
}
