using BedrockPS.Catalog;
using BedrockPS.Iam;

namespace BedrockPS.Diagnosis;

/// <summary>What to do about a denial: the action, the resources, the policy.</summary>
internal static class DenialAdvice
{
    public static string For(BedrockException failure, AdviceFacts facts)
    {
        if (Says(failure, "aws-marketplace:"))
        {
            return "Have somebody who may do aws-marketplace:Subscribe and aws-marketplace:ViewSubscriptions call the "
                + $"model once, or enable it on {ConsolePage.OfModels(facts.Region)}; after that nobody needs them.";
        }

        if (AccessDenial.Parse(failure.Message) is not { } denial)
        {
            return ForNoReason(failure, facts);
        }

        return denial.IsForCaller ? ForCaller(failure, denial, facts)
            : denial.IsExplicit ? ForExplicit(failure, denial)
            : $"No {denial.Policy} allows it, and an allow of your own is not enough: have {denial.Action} allowed "
                + $"there on {denial.Resource ?? "*"}.";
    }

    // The service's words for a model that the account has not got, and for a few other things.
    private static string ForNoReason(BedrockException failure, AdviceFacts facts)
    {
        if (Says(failure, "account is not authorized"))
        {
            return "AWS holds this account back from Bedrock: open a case with AWS Support.";
        }

        string model = failure.ModelId ?? "the model";
        return $"Get access to {model} on {ConsolePage.OfModels(facts.Region)}, and allow {IamAction.InvokeModel} "
            + $"(streams: {IamAction.InvokeModelStream}) on {Resources(failure, null, facts)}. {Check(failure)}";
    }

    private static string ForCaller(BedrockException failure, AccessDenial denial, AdviceFacts facts)
    {
        bool isRead = !denial.Action.StartsWith(IamAction.InvokeModel, StringComparison.Ordinal);
        string resources = isRead ? denial.Resource ?? "*" : Resources(failure, denial, facts);
        string options = isRead ? " -List" : denial.Action == IamAction.InvokeModelStream ? " -Stream" : string.Empty;
        string policy = failure.ModelId is { } model
            ? $" New-BRIamPolicy -ModelId {model}{options} writes the policy."
            : string.Empty;
        return $"Allow {denial.Action} on {resources}.{policy}";
    }

    private static string ForExplicit(BedrockException failure, AccessDenial denial)
    {
        string advice = $"An explicit deny ({denial.Policy}) stands against {denial.Action} on "
            + $"{denial.Resource ?? "*"}, and no allow helps against that: have it changed";
        return IsRouted(failure, denial)
            ? advice + ", or call the model through a profile that stays within your regions. " + Check(failure)
            : advice + ".";
    }

    // A profile was called, and one of the models that it routes to was denied.
    private static bool IsRouted(BedrockException failure, AccessDenial denial) =>
        denial.ReadResource()?.Kind == ModelKind.FoundationModel
        && failure.ModelId is { } model && ModelIdentifier.Parse(model).Kind != ModelKind.FoundationModel;

    private static string Resources(BedrockException failure, AccessDenial? denial, AdviceFacts facts)
    {
        if (facts.Called is { } profile)
        {
            IEnumerable<string> models = (profile.Models ?? []).Select(model => model.ModelArn);
            return string.Join(", ", models.Prepend(profile.InferenceProfileArn));
        }

        if (failure.ModelId is not { } id)
        {
            return denial?.Resource ?? "the model's ARN";
        }

        ModelIdentifier model = ModelIdentifier.Parse(id);
        return model.IsProfile
            ? $"{ProfileArn(model, denial, facts)} and on the model in each region that it routes to"
            : model.IsArn ? id
            : denial?.Resource ?? ModelArn.OfFoundationModel(id, facts.Region);
    }

    private static string ProfileArn(ModelIdentifier profile, AccessDenial? denial, AdviceFacts facts) =>
        profile.IsArn ? profile.Text
        : denial?.ReadResource() is { IsProfile: true } resource ? resource.Text
        : ModelArn.OfProfile(profile.Name, facts.Region, denial?.Account);

    private static string Check(BedrockException failure) => failure.ModelId is { } model
        ? $"Test-BRModelAccess -ModelId {model} tells what is missing."
        : "Test-BRModelAccess tells what is missing.";

    private static bool Says(BedrockException failure, string words) =>
        failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
