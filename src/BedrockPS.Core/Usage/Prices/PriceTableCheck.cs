namespace BedrockPS.Usage;

/// <summary>Finds what is wrong with a price table.</summary>
internal static class PriceTableCheck
{
    public static string? FindProblem(PriceTable table)
    {
        if (table.Format != PriceTable.CurrentFormat)
        {
            return $"\"format\" is '{table.Format}'; this version reads '{PriceTable.CurrentFormat}'.";
        }

        if (table.Date is null || table.Currency is not { Length: 3 })
        {
            return "it needs a \"date\" (yyyy-MM-dd) and a \"currency\" (such as USD).";
        }

        if (table.Models is not { Count: > 0 } models)
        {
            return "it has no \"models\".";
        }

        string? twice = models.GroupBy(model => model.Model, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is not null
            ? $"the model '{twice}' is there twice."
            : models.Select(FindProblem).FirstOrDefault(problem => problem is not null);
    }

    private static string? FindProblem(PricedModel model)
    {
        if (string.IsNullOrWhiteSpace(model.Model))
        {
            return "a model has no \"model\", which is its id.";
        }

        return model.Prices is { Count: > 0 } prices
            ? prices.Select(price => FindProblem(model.Model, price)).FirstOrDefault(problem => problem is not null)
            : $"the model '{model.Model}' has no \"prices\".";
    }

    private static string? FindProblem(string model, PriceRow price)
    {
        decimal[] rates = [.. price.Rates()];
        return rates switch
        {
            [] => $"a price of '{model}' has neither \"input\" nor \"output\" nor \"image\".",
            _ when Array.Exists(rates, rate => rate < 0) => $"a price of '{model}' is negative: {rates.Min()}.",
            _ when price.Until <= price.From => $"a price of '{model}' ends ({price.Until}) before it begins.",
            _ => null,
        };
    }
}
