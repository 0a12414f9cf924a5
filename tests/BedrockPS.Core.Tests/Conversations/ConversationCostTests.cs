using System.Text.Json.Nodes;

namespace BedrockPS.Tests.Conversations;

public sealed class ConversationCostTests : IDisposable
{
    private readonly TemporaryConversation _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void AFileKeepsTheWholeCostWithItsParts()
    {
        Conversation conversation = _file.Start();
        Ask(conversation, "one", 0.000035m);
        Ask(conversation, "two", 0.000001m);

        Cost cost = _file.Load().Cost;
        Assert.Equal((0.000036m, 0.000036m, 2, 0), (cost.Amount, cost.KnownAmount, cost.Calls, cost.UnknownCalls));
        Assert.Equal(("EUR", "flex", "a list"), (cost.Currency, cost.Tier, cost.Source));
        Assert.Equal((null, new DateTime(2026, 2, 3)), (cost.Reason, cost.TableDate));
        CostPart part = Assert.Single(cost.Parts);
        Assert.Equal(("input", 2L, 0.5m, 0.000036m), (part.Kind, part.Units, part.Price, part.Amount));
    }

    [Fact]
    public void WhatIsUnknownStaysUnknownAndIsCountedOn()
    {
        Conversation conversation = _file.Start();
        Ask(conversation, "one", 1);
        TemporaryConversation.Ask(conversation, "two", cost: Cost.Unknown("No table has it."));
        Conversation loaded = _file.Load();
        Ask(loaded, "three", 2);

        Cost cost = _file.Load().Cost;
        Assert.Equal((null, 3m, 3, 1), (cost.Amount, cost.KnownAmount, cost.Calls, cost.UnknownCalls));
        Assert.Equal("No table has it.", cost.Reason);
    }

    [Fact]
    public void AnOldFileWithCallsHasAnUnknownCost()
    {
        Conversation conversation = _file.Start();
        Ask(conversation, "one", 1);
        Ask(conversation, "two", 1);
        ForgetCosts();

        Conversation loaded = _file.Load();
        Assert.Equal((null, 0m, 2, 2), Facts(loaded.Cost));
        Assert.Contains("file", loaded.Cost.Reason, StringComparison.Ordinal);
        Ask(loaded, "three", 1);
        Assert.Equal((null, 1m, 3, 2), Facts(_file.Load().Cost));
    }

    [Fact]
    public void AFileWithoutCallsCostNothing()
    {
        _file.Start();
        ForgetCosts();

        Assert.Equal((0m, 0m, 0, 0), Facts(_file.Load().Cost));
    }

    [Fact]
    public void AnUndoAndACopyTakeNothingBack()
    {
        Conversation conversation = _file.Start();
        Ask(conversation, "one", 1);
        conversation.Undo(1);

        Assert.Equal(1m, _file.Load().Cost.Amount);
        Assert.Equal((0m, 0m, 0, 0), Facts(_file.Load().Copy().Cost));
    }

    private static (decimal? Amount, decimal Known, int Calls, int Unknown) Facts(Cost cost) =>
        (cost.Amount, cost.KnownAmount, cost.Calls, cost.UnknownCalls);

    private static void Ask(Conversation conversation, string question, decimal amount) => TemporaryConversation.Ask(
        conversation,
        question,
        usage: new TokenUsage { InputTokens = 1, TotalTokens = 1 },
        cost: new Cost
        {
            Amount = amount,
            KnownAmount = amount,
            Currency = "EUR",
            Tier = "flex",
            Source = "a list",
            TableDate = new DateTime(2026, 2, 3),
            Parts = [new CostPart { Kind = "input", Units = 1, Price = 0.5m, Amount = amount }],
        });

    // What the module wrote before it kept costs.
    private void ForgetCosts() => File.WriteAllLines(_file.Path, _file.Lines.Select(line =>
    {
        JsonObject members = JsonNode.Parse(line)!.AsObject();
        members.Remove("cost");
        return members.ToJsonString();
    }));
}
