using BedrockPS.Catalog;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public sealed class ResourceOperationsTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly BedrockConnection _connection;

    public ResourceOperationsTests() => _connection = Calls.Connect(_endpoint.Uri);

    public void Dispose()
    {
        _connection.Dispose();
        _endpoint.Dispose();
    }

    [Fact]
    public async Task EveryListIsReadToItsEndAndEachOfItsThingsIsThere()
    {
        List<ProvisionedThroughput> bought = await _connection.ListProvisionedThroughputAsync().ReadAllAsync();
        List<CustomModel> made = await _connection.ListCustomModelsAsync().ReadAllAsync();
        List<ImportedModel> brought = await _connection.ListImportedModelsAsync().ReadAllAsync();
        List<Guardrail> guardrails = await _connection.ListGuardrailsAsync().ReadAllAsync();
        List<PromptRouter> routers = await _connection.ListPromptRoutersAsync().ReadAllAsync();

        Assert.Equal((3, 3, 3, 3, 3), (bought.Count, made.Count, brought.Count, guardrails.Count, routers.Count));
        foreach (ProvisionedThroughput listed in bought)
        {
            ProvisionedThroughput found = await _connection.GetProvisionedThroughputAsync(listed.Name!);
            Assert.Equal((listed.ModelId, listed.Status), (found.ModelId, found.Status));
        }

        foreach (CustomModel listed in made)
        {
            CustomModel found = await _connection.GetCustomModelAsync(listed.ModelArn);
            Assert.Equal((listed.ModelId, listed.Name, listed.Status), (found.ModelId, found.Name, found.Status));
        }

        Assert.All(guardrails, guardrail => Assert.NotEmpty(guardrail.GuardrailId));
        Assert.All(guardrails, guardrail => Assert.Null(guardrail.Other));
        Assert.Contains(brought, model => model is { Architecture: "llama3", InstructSupported: true });
        Assert.Contains(routers, router => router is { Type: "custom", ResponseQualityDifference: 0.1 });
    }

    [Fact]
    public async Task TheServiceFilters()
    {
        ResourceFilter filter = new()
        {
            Status = "Failed",
            NameContains = "triage",
            CreatedAfter = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero),
        };

        CustomModel failed = Assert.Single(await _connection.ListCustomModelsAsync(filter).ReadAllAsync());

        Assert.Equal("incident-triage-next", failed.Name);
        Assert.Equal(
            "/custom-models?nameContains=triage&modelStatus=Failed&creationTimeAfter=2026-01-31T00%3A00%3A00Z",
            _endpoint.Requests[0].Path);
        Assert.Contains("records", (await _connection.GetCustomModelAsync(failed.Name!)).FailureMessage);
    }

    [Fact]
    public async Task AGuardrailComesInItsVersionWithItsPolicies()
    {
        Guardrail draft = await _connection.GetGuardrailAsync("local0guard1");
        Guardrail first = await _connection.GetGuardrailAsync(draft.GuardrailArn, "1");

        Assert.Equal(("DRAFT", "1"), (draft.GuardrailVersion, first.GuardrailVersion));
        Assert.True(draft.Other!.ContainsKey("contentPolicy"));
        Assert.Equal(2, (await _connection.ListGuardrailsAsync("local0guard1").ReadAllAsync()).Count);
    }

    [Fact]
    public async Task WhatIsNotThereIsNamed()
    {
        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => _connection.GetImportedModelAsync("no-such"));

        Assert.Equal((ErrorCodes.ResourceNotFound, "no-such"), (e.ErrorCode, e.ModelId));
    }
}
