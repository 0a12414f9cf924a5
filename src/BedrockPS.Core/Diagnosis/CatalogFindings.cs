using System.Globalization;
using BedrockPS.Catalog;

namespace BedrockPS.Diagnosis;

/// <summary>What the service's records of a model have against a call.</summary>
/// <param name="called">What is to be called.</param>
/// <param name="facts">What is known: the region, the profile that is called, those that could be.</param>
internal sealed class CatalogFindings(ModelIdentifier called, AdviceFacts facts)
{
    private const string OnDemand = "ON_DEMAND";
    private const string ThroughProfile = "INFERENCE_PROFILE";

    private string Here => facts.Region ?? "The region";

    // A model that is called through a profile need not be in the region that is called.
    private bool IsDirect => facts.Called is null;

    public IEnumerable<ModelAccessFinding> OfRegion()
    {
        if (called.Region is { } region && facts.Region is { } here && region != here)
        {
            yield return Blocking($"The ARN is of {region}, and the call goes to {here}.", $"Give -Region {region}.");
        }
    }

    /// <summary>What there is to say of a profile that the region does not list.</summary>
    /// <param name="nearest">The ids that may have been meant.</param>
    public IEnumerable<ModelAccessFinding> OfMissingProfile(IReadOnlyList<string> nearest)
    {
        string fix = facts.Callable is { Count: > 0 } others
            ? $"Use {ProfileOrder.Describe(others)}, or the region that the profile belongs to: -Region."
            : DidYouMean(nearest) ?? "Give the region that the profile belongs to: -Region.";
        yield return Blocking($"{Here} has no inference profile '{called}'.", fix);
    }

    /// <summary>What there is to say of a model that the region does not list.</summary>
    /// <param name="nearest">The ids that may have been meant.</param>
    public IEnumerable<ModelAccessFinding> OfMissingModel(IReadOnlyList<string> nearest)
    {
        string fix = facts.Callable is { Count: > 0 } profiles
            ? $"Call it through an inference profile: {ProfileOrder.Describe(profiles)}."
            : DidYouMean(nearest) ?? $"Another region may have it: Get-BRFoundationModel {called} -Region us-east-1.";
        yield return Blocking($"{Here} has no foundation model '{called}'.", fix);
    }

    public IEnumerable<ModelAccessFinding> OfModel(FoundationModel model)
    {
        ReadableList<string> ways = model.InferenceTypes ?? [];
        if (!IsDirect || ways.Count == 0 || ways.Contains(OnDemand))
        {
            yield break;
        }

        yield return ways.Contains(ThroughProfile)
            ? OfProfiles(facts.Callable ?? [])
            : Blocking(
                "It can be called through provisioned throughput only.",
                "Buy some (aws bedrock create-provisioned-model-throughput), and give the ARN of that as -ModelId.");
    }

    private ModelAccessFinding OfProfiles(IReadOnlyList<InferenceProfile> profiles)
    {
        const string cause = "It cannot be called by its own id, only through an inference profile";
        InferenceProfile? chosen = facts.Geographies is { } allowed ? ProfileChoice.Find(profiles, allowed) : null;
        return chosen is not null
            ? Remark($"{cause}: calls go to {chosen.ModelId}.", $"Name it to be sure of it: -ModelId {chosen.ModelId}.")
            : Blocking(
                cause + ".",
                profiles.Count > 0
                    ? $"Use {ProfileOrder.Describe(profiles)}."
                    : "Ask for an inference profile that contains it: none is listed here.");
    }

    public static IEnumerable<ModelAccessFinding> OfLifecycle(FoundationModel model, DateTimeOffset now)
    {
        if (model.Lifecycle is not { Status: "LEGACY" } life)
        {
            yield break;
        }

        string fix = $"Take an active model: Get-BRFoundationModel -Provider '{model.Provider}'.";
        yield return life.EndOfLifeTime is not { } end ? Remark("It is a legacy model; its end has no date yet.", fix)
            : end <= now ? Blocking($"Its end of life was on {Day(end)}.", fix)
            : Remark($"It is a legacy model and ends on {Day(end)}.", fix);
    }

    public IEnumerable<ModelAccessFinding> OfAvailability(FoundationModelAvailability found)
    {
        string page = ConsolePage.OfModels(facts.Region);
        if (IsDirect && found.Region == AvailabilityStatus.NotAvailable)
        {
            yield return Blocking(
                $"{Here} does not have the model.",
                facts.Callable is { Count: > 0 } profiles
                    ? $"Call it through an inference profile: {ProfileOrder.Describe(profiles)}."
                    : $"Try another region: Get-BRFoundationModel {found.ModelId} -Region us-east-1.");
        }

        if (found.Agreement is { } agreement && agreement.Status is not (null or AvailabilityStatus.Available))
        {
            string cause = $"The account has no agreement for the model (status {agreement.Status}).";
            yield return Blocking(
                agreement.ErrorMessage is { } message ? $"{cause} {message}" : cause,
                $"Enable the model on {page}, or have somebody call it once who may do aws-marketplace:Subscribe.");
        }

        if (found.Entitlement == AvailabilityStatus.NotAvailable)
        {
            yield return Blocking("The account is not entitled to the model.", $"Ask for access on {page}.");
        }

        if (found.Authorization == AvailabilityStatus.NotAuthorized)
        {
            yield return Blocking(
                "The account is not authorised to call the model.",
                $"Ask for access on {page}; a policy of the organisation may forbid it too.");
        }
    }

    private static string? DidYouMean(IReadOnlyList<string> nearest) =>
        nearest.Count > 0 ? $"Did you mean {string.Join(", ", nearest)}?" : null;

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ModelAccessFinding Blocking(string cause, string fix) =>
        new() { Cause = cause, Fix = fix, IsBlocking = true };

    private static ModelAccessFinding Remark(string cause, string fix) => new() { Cause = cause, Fix = fix };
}
