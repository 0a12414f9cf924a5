using BedrockPS.Catalog;

namespace BedrockPS.Tests.Routing;

public sealed class CatalogCacheTests : RoutingTest
{
    private static readonly FoundationModel[] Models =
    [
        new()
        {
            ModelId = "maker.model-v1:0",
            Name = "Model",
            Provider = "Maker",
            InferenceTypes = ["ON_DEMAND"],
            InputModalities = ["TEXT"],
            Lifecycle = new ModelLifecycle { Status = "LEGACY", EndOfLifeTime = DateTimeOffset.UnixEpoch },
            Other = new OtherMembers { ["converse"] = "much" },
        },
    ];

    private static readonly Guardrail[] Guardrails =
    [
        new()
        {
            GuardrailId = "g1",
            GuardrailArn = "arn:aws:bedrock:us-east-1:123456789012:guardrail/g1",
            Name = "ops",
        },
    ];

    private string[] Files => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!).Order()];

    [Fact]
    public void WhatIsKeptIsThereInTheNextSessionWithItsAge()
    {
        NewSession().Of(Scope).Keep(Models, isWhole: true);
        NewSession().Of(Scope).Keep(Guardrails, isWhole: true);
        Clock.Advance(TimeSpan.FromHours(2));

        RegionCatalog known = NewSession().Of(Scope);

        FoundationModel model = Assert.Single(known.Models!.Items);
        Assert.Equal(("maker.model-v1:0", "Model", "LEGACY"), (model.ModelId, model.Name, model.Status));
        Assert.Equal(["ON_DEMAND"], model.InferenceTypes);
        Assert.Null(model.Other);
        Assert.Equal(Clock.GetUtcNow() - TimeSpan.FromHours(2), known.Models.ReadAt);
        Assert.Equal("ops", Assert.Single(known.Guardrails!.Items).Name);
        Assert.Equal(["0123456789ABCDEF.us-east-1.guardrails.json", "0123456789ABCDEF.us-east-1.models.json"], Files);
    }

    [Fact]
    public async Task NoAccountIsInTheFiles()
    {
        await AskAsync(NewSession(), Sonnet);
        NewSession().Of(Scope).Keep(Guardrails, isWhole: true);

        Assert.Equal(3, Files.Length);
        Assert.All(Directory.GetFiles(Folder), path => Assert.DoesNotMatch(":[0-9]{12}:", File.ReadAllText(path)));
    }

    [Fact]
    public void APartIsKeptForTheSessionOnly()
    {
        CatalogMemory session = NewSession();
        session.Of(Scope).Keep(Models, isWhole: false);

        Assert.NotNull(session.Of(Scope).Models);
        Assert.Null(session.Of(Scope).Models!.ReadAt);
        Assert.Empty(Files);
        Assert.Null(NewSession().Of(Scope).Models);
    }

    [Fact]
    public void AnEndpointThatEndsWithTheSessionLeavesNothing()
    {
        CatalogScope passing = Scope with { IsKept = false };
        NewSession().Of(passing).Keep(Models, isWhole: true);

        Assert.Empty(Files);
        Assert.Null(NewSession().Of(passing).Models);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"form":1,"items":null}""")]
    [InlineData("""{"form":1,"items":7}""")]
    [InlineData("""{"form":2,"items":[{"modelId":"x"}]}""")]
    [InlineData("\0\0\0\0")]
    public void AFileThatIsNoneIsNotThereAndIsReplaced(string content)
    {
        string path = Path.Combine(Folder, "0123456789ABCDEF.us-east-1.models.json");
        File.WriteAllText(path, content);

        RegionCatalog catalog = NewSession().Of(Scope);
        Assert.Null(catalog.Models);
        Assert.Empty(NewSession().KeptModels("us-east-1"));

        catalog.Keep(Models, isWhole: true);
        Assert.Single(NewSession().KeptModels("us-east-1"));
    }

    [Fact]
    public void NullsAmongTheItemsAreLeftOut()
    {
        File.WriteAllText(
            Path.Combine(Folder, "0123456789ABCDEF.us-east-1.models.json"),
            """{"form":1,"items":[null,{"modelId":"x"}]}""");

        Assert.Equal("x", Assert.Single(NewSession().Of(Scope).Models!.Items).ModelId);
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsNoFailure()
    {
        string file = Path.Combine(Folder, "file");
        File.WriteAllText(file, "");
        CatalogMemory session = new(new CatalogCache(() => Path.Combine(file, "below"), Clock));

        session.Of(Scope).Keep(Models, isWhole: true);

        Assert.Single(session.Of(Scope).Models!.Items);
        Assert.Empty(session.KeptModels(null));
    }

    [Fact]
    public async Task ManyWritersLeaveWholeFilesAndNothingElse()
    {
        FoundationModel[] many =
            [.. Enumerable.Range(0, 200).Select(i => new FoundationModel { ModelId = $"maker.model-{i}-v1:0" })];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                NewSession().Of(Scope).Keep(many, isWhole: true);
                Assert.Equal(200, NewSession().Of(Scope).Models!.Items.Count);
            }
        })));

        Assert.Equal(["0123456789ABCDEF.us-east-1.models.json"], Files);
    }

    [Fact]
    public void OldFilesGoAndOthersAreFoundByRegion()
    {
        NewSession().Of(Scope with { Key = "A" }).Keep(Models, isWhole: true);
        NewSession().Of(Scope with { Key = "B", Region = "eu-west-1" }).Keep(Models, isWhole: true);
        NewSession().Of(Scope with { Key = "B", Region = null }).Keep(Models, isWhole: true);
        foreach (string path in Directory.GetFiles(Folder))
        {
            File.SetLastWriteTimeUtc(path, Clock.GetUtcNow().UtcDateTime);
        }

        Assert.Single(NewSession().KeptModels("eu-west-1"));
        Assert.Equal(3, NewSession().KeptModels(null).Count());

        Clock.Advance(TimeSpan.FromDays(31));
        NewSession().Of(Scope with { Key = "C" }).Keep(Models, isWhole: true);
        Assert.Equal(["C.us-east-1.models.json"], Files);
    }

    [Fact]
    public void OnUnixTheFilesAreTheUsersAlone()
    {
        NewSession().Of(Scope).Keep(Models, isWhole: true);

        string file = Directory.GetFiles(Folder).Single();
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }
}
