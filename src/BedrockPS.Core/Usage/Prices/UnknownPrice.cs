using BedrockPS.Catalog;

namespace BedrockPS.Usage;

/// <summary>Says why there is no price, and what to do about it.</summary>
public static class UnknownPrice
{
    private const string Import = "Import-BRPrice can give it one.";

    /// <summary>Why no table has a price of what was asked.</summary>
    public static string Explain(ModelIdentifier asked, DateOnly? tableDate) => asked.Kind switch
    {
        ModelKind.ApplicationInferenceProfile =>
            $"'{asked}' is an application inference profile, whose ARN does not tell its model. {Import}",
        ModelKind.ProvisionedModel or ModelKind.Name =>
            $"'{asked}' is provisioned throughput or another name of the account's own; it is not paid by the token.",
        ModelKind.CustomModel or ModelKind.CustomModelDeployment or ModelKind.ImportedModel =>
            $"'{asked}' is a model of the account's own, which has no public price. {Import}",
        ModelKind.Prompt => $"'{asked}' is a stored prompt, whose ARN does not tell its model. {Import}",
        ModelKind.DefaultPromptRouter or ModelKind.PromptRouter =>
            $"'{asked}' is a prompt router, and the answer does not tell which model it chose.",
        ModelKind.SageMakerEndpoint => $"'{asked}' is an endpoint of SageMaker, which is paid by the hour.",
        _ => $"The price table of {tableDate:yyyy-MM-dd} has no price of '{asked}'. {Import}",
    };

    internal static string Explain(PriceMatch match, PriceQuery query)
    {
        string where = query.Region is null ? string.Empty : $" in {query.Region}";
        string tier = query.Tier is null ? string.Empty : $" at the tier '{query.Tier}'";
        return $"The price table of {match.TableDate:yyyy-MM-dd} has no price of '{query.ModelId}'{tier}{where} on "
            + $"{query.Date:yyyy-MM-dd}. {Import}";
    }
}
