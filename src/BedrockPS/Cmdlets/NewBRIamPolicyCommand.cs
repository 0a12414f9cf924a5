using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Completion;
using BedrockPS.Diagnosis;
using BedrockPS.Http;
using BedrockPS.Iam;

namespace BedrockPS.Cmdlets;

/// <summary>Makes the least IAM policy under which models can be called.</summary>
/// <remarks>
/// <para>A model is named by its ARN in the region that is called. An inference profile needs its own ARN and that of
/// the model in every region that it routes to, there on condition that the call comes through the profile; the
/// service is asked for them. For a model that is called by its own id nothing is asked.</para>
/// <para>IAM has no action for Converse: it needs bedrock:InvokeModel, and with -Stream
/// bedrock:InvokeModelWithResponseStream. Several models make one policy.</para>
/// </remarks>
/// <example>
/// <code>New-BRIamPolicy eu.amazon.nova-lite-v1:0 -Stream -AsJson | Set-Content ./policy.json
/// aws iam create-policy --policy-name bedrock-reports --policy-document file://policy.json</code>
/// <para>Writes the policy for an inference profile to a file, and makes it in IAM.</para>
/// </example>
/// <example>
/// <code>Get-BRFoundationModel *nova* | New-BRIamPolicy -Region eu-central-1 -List | ConvertTo-Json -Depth 5</code>
/// <para>One policy for several models, with the reads that this module makes.</para>
/// </example>
[Cmdlet(VerbsCommon.New, "BRIamPolicy")]
[OutputType(typeof(IamPolicy), typeof(string))]
public sealed class NewBRIamPolicyCommand : AwsCommandBase
{
    private readonly KnownProfiles _profiles = new();
    private IamPolicyBuilder? _builder;

    /// <summary>What is to be called: ids of models and inference profiles, and ARNs of any kind.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InferenceProfileId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string[] ModelId { get; set; } = null!;

    /// <summary>Allows streamed answers too.</summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <summary>Allows the reads of models and inference profiles that this module makes.</summary>
    [Parameter]
    public SwitchParameter List { get; set; }

    /// <summary>Allows each model through the inference profiles that contain it too; the service is asked.</summary>
    [Parameter]
    public SwitchParameter Profile { get; set; }

    /// <summary>Writes JSON text instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelId;

    private protected override string Service => EndpointAddress.ControlPlane;

    private IamPolicyBuilder Builder => _builder ??= new IamPolicyBuilder(FindRegion, Stream, List);

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string id in ModelId)
        {
            try
            {
                ModelPath.Check(id);
                Add(ModelIdentifier.Parse(id));
            }
            catch (BedrockException failure)
            {
                WriteFailure(failure, id);
            }
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        foreach (string remark in Builder.Remarks)
        {
            WriteWarning(remark);
        }

        if (!Builder.IsEmpty)
        {
            IamPolicy policy = Builder.Build();
            WriteObject(AsJson ? policy.ToJson() : policy);
        }
    }

    private void Add(ModelIdentifier model)
    {
        if (model.IsProfile || model.Kind == ModelKind.Name)
        {
            Builder.Add(Wait(Connection.GetInferenceProfileAsync(model.Text, StopToken)));
            return;
        }

        Builder.Add(model);
        if (Profile && model.FoundationModelId is { } id)
        {
            AddProfilesOf(id);
        }
    }

    private void AddProfilesOf(string modelId)
    {
        IReadOnlyList<InferenceProfile> all = Wait(_profiles.ReadAsync(Connection, StopToken));
        InferenceProfile[] containing = all.Where(profile => profile.Contains(modelId)).ToArray();
        foreach (InferenceProfile profile in containing)
        {
            Builder.Add(profile);
        }

        if (containing.Length == 0)
        {
            WriteWarning($"No inference profile contains '{modelId}'.");
        }
    }

    private string FindRegion() => Target.Region ?? throw new BedrockException(
        ClientErrorCode.RegionNotFound,
        "No region is known, and a policy names the models of one. Give -Region, or ARNs instead of ids.");
}
