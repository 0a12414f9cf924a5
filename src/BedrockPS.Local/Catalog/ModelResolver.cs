using System.Text.RegularExpressions;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Catalog;

/// <summary>Decides whether what stands in a path can be called, and which model it is.</summary>
internal sealed partial class ModelResolver(LocalCatalog catalog)
{
    /// <summary>The model; null where it is one that only an account would know.</summary>
    public LocalModel? Resolve(string id)
    {
        if (id.StartsWith("arn:", StringComparison.Ordinal))
        {
            return ResolveArn(id);
        }

        if (catalog.Find(id) is LocalModel model)
        {
            return model.IsOnDemand ? model : throw NotOnDemand(id);
        }

        Match profile = ProfileId().Match(id);
        return profile.Success ? catalog.Find(profile.Groups[1].Value) ?? throw Unknown() : throw Unknown();
    }

    /// <summary>The model whose tokens are counted: the service takes base models only, on demand or not.</summary>
    public LocalModel ResolveForCounting(string id)
    {
        string baseId = Arn().Match(id) is { Success: true } match && match.Groups["type"].Value == "foundation-model"
            ? match.Groups["name"].Value
            : id;
        if (catalog.Find(baseId) is not LocalModel model)
        {
            Resolve(id);
            throw NotCountable();
        }

        return model.WritesText ? model : throw NotCountable();
    }

    private LocalModel? ResolveArn(string arn)
    {
        Match match = Arn().Match(arn);
        if (!match.Success)
        {
            return Foreign().IsMatch(arn) ? null : throw Unknown();
        }

        string name = match.Groups["name"].Value;
        return match.Groups["type"].Value switch
        {
            "foundation-model" => Resolve(name),
            "inference-profile" when ProfileId().Match(name) is { Success: true } p => catalog.Find(p.Groups[1].Value),
            _ => null,
        };
    }

    private static ServiceFault Unknown() => ServiceFault.Validation("The provided model identifier is invalid.");

    private static ServiceFault NotCountable() =>
        ServiceFault.Validation("The provided model doesn't support counting tokens.");

    private static ServiceFault NotOnDemand(string id) => ServiceFault.Validation(
        $"Invocation of model ID {id} with on-demand throughput isn\u2019t supported. Retry your request with the "
        + "ID or ARN of an inference profile that contains this model.");

    [GeneratedRegex(@"^(?:us|us-gov|eu|apac|jp|au|ca|sa|global)\.(.+)$")]
    private static partial Regex ProfileId();

    [GeneratedRegex(@"^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:[0-9]*:(?<type>foundation-model|inference-profile|"
        + "application-inference-profile|provisioned-model|custom-model|custom-model-deployment|imported-model|"
        + "default-prompt-router|prompt-router|prompt)/(?<name>.+)$")]
    private static partial Regex Arn();

    // Marketplace models are called by the ARN of their SageMaker endpoint.
    [GeneratedRegex("^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:[0-9]*:endpoint/.+$")]
    private static partial Regex Foreign();
}
