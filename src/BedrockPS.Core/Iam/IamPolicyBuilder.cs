using BedrockPS.Catalog;
using BedrockPS.Http;

namespace BedrockPS.Iam;

/// <summary>Makes the least policy under which some models can be called.</summary>
public sealed class IamPolicyBuilder
{
    private readonly Func<string> _region;
    private readonly bool _hasReads;
    private readonly IamGrant _models;
    private readonly IamGrant _profiles;
    private readonly IamGrant _modelsThroughProfiles;
    private readonly IamGrant _prompts = new("RenderPrompts", [IamAction.RenderPrompt]);
    private readonly IamGrant _endpoints;
    private readonly IamGrant _lists = new(
        "ListModels", [IamAction.ListModels, IamAction.GetAvailability, IamAction.ListProfiles]);

    private readonly IamGrant _modelReads = new("ReadModels", [IamAction.GetModel]);
    private readonly IamGrant _profileReads = new("ReadInferenceProfiles", [IamAction.GetProfile]);
    private readonly SortedSet<string> _remarks = new(StringComparer.Ordinal);

    /// <summary>Begins a policy that allows nothing yet.</summary>
    /// <param name="region">Asked for the region that is called, where what is added does not tell it.</param>
    /// <param name="isStream">Whether answers may be streamed.</param>
    /// <param name="hasReads">Whether the module's reads of models and profiles are allowed too.</param>
    public IamPolicyBuilder(Func<string> region, bool isStream, bool hasReads)
    {
        (_region, _hasReads) = (region, hasReads);
        string[] invoke = isStream ? [IamAction.InvokeModel, IamAction.InvokeModelStream] : [IamAction.InvokeModel];
        string[] endpoint = isStream
            ? [IamAction.InvokeEndpoint, IamAction.InvokeEndpointStream]
            : [IamAction.InvokeEndpoint];
        _models = new IamGrant("InvokeModels", invoke);
        _profiles = new IamGrant("InvokeInferenceProfiles", invoke);
        _modelsThroughProfiles = new IamGrant(
            "InvokeModelsThroughProfiles", invoke, "bedrock:InferenceProfileArn");
        _endpoints = new IamGrant("InvokeMarketplaceEndpoints", endpoint, "aws:CalledViaLast");
    }

    /// <summary>What the caller should know of the policy and cannot see in it.</summary>
    public IReadOnlyCollection<string> Remarks => _remarks;

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => _models.IsEmpty && _profiles.IsEmpty && _prompts.IsEmpty && _endpoints.IsEmpty;

    /// <summary>Allows what is no inference profile: those need what the service knows of them.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is neither a model id nor an ARN.</exception>
    public void Add(ModelIdentifier model)
    {
        switch (model.Kind)
        {
            case ModelKind.FoundationModel:
                AddFoundationModel(model);
                break;
            case ModelKind.Prompt:
                _prompts.Add(model.Text);
                _remarks.Add($"The prompt '{model.Text}' names a model of its own: add that to -ModelId as well.");
                break;
            case ModelKind.SageMakerEndpoint:
                AddEndpoint(model);
                break;
            default:
                AddOwn(model);
                break;
        }
    }

    /// <summary>
    /// Allows an inference profile, and the models that it routes to as far as they are called through it.
    /// </summary>
    public void Add(InferenceProfile profile)
    {
        string arn = profile.InferenceProfileArn;
        _profiles.Add(arn);
        _profileReads.Add(arn);
        foreach (InferenceProfileModel model in profile.Models ?? [])
        {
            _modelsThroughProfiles.Add(model.ModelArn, arn);
            if (_hasReads)
            {
                _modelReads.Add(ModelArn.OfFoundationModel(model.ModelId, RegionOf(arn)));
            }
        }
    }

    /// <summary>The policy of what was added.</summary>
    public IamPolicy Build()
    {
        List<IamGrant> grants = [_models, _profiles, _modelsThroughProfiles, _prompts, _endpoints];
        if (_hasReads)
        {
            _lists.Add("*");
            grants.AddRange([_lists, _modelReads, _profileReads]);
        }

        return new IamPolicy
        {
            Statement = [.. grants.Where(grant => !grant.IsEmpty).Select(grant => grant.ToStatement())],
        };
    }

    private string RegionOf(string arn) => ModelIdentifier.Parse(arn).Region ?? _region();

    private void AddFoundationModel(ModelIdentifier model)
    {
        string arn = model.IsArn ? model.Text : ModelArn.OfFoundationModel(model.Name, _region());
        _models.Add(arn);
        _modelReads.Add(arn);
    }

    private void AddEndpoint(ModelIdentifier model)
    {
        _models.Add(
            $"arn:{model.Partition}:bedrock:{model.Region}:{model.Account}:marketplace/model-endpoint/all-access");
        _endpoints.Add(model.Text, "bedrock.amazonaws.com");
    }

    private void AddOwn(ModelIdentifier model)
    {
        if (!model.IsArn)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{model}' is neither the id of a model nor that of an inference profile. Give the ARN, which a "
                + "policy has to name.");
        }

        _models.Add(model.Text);
        if (model.Kind is ModelKind.PromptRouter or ModelKind.DefaultPromptRouter)
        {
            _remarks.Add($"The router '{model}' chooses between models: add each of them to -ModelId as well.");
        }
        else if (model.Kind == ModelKind.CustomModel)
        {
            _remarks.Add(
                $"The custom model '{model}' is called through its deployment or its provisioned throughput: add the "
                + "ARN of that to -ModelId as well.");
        }
    }
}
