using BedrockPS.Local.AsyncInvokes;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Resources;

namespace BedrockPS.Local.Operations;

/// <summary>Who answers each operation.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, Func<LocalCall, ValueTask>> _operations;

    public OperationTable(LocalCatalog catalog, ModelResolver models, ResourceStore resources, StreamSender streams,
        TimeProvider time)
    {
        ConverseOperation converse = new(streams);
        InvokeOperation invoke = new(streams);
        GetModelOperation model = new(catalog);
        ProfilesOperation profiles = new(catalog);
        AsyncInvokeOperations jobs = new(new AsyncInvokeStore(time), models);
        _operations = new()
        {
            [Route.Converse] = converse.RunAsync,
            [Route.ConverseStream] = converse.RunAsync,
            [Route.InvokeModel] = invoke.RunAsync,
            [Route.InvokeModelWithResponseStream] = invoke.RunAsync,
            [Route.CountTokens] = new CountTokensOperation(models).RunAsync,
            [Route.ApplyGuardrail] = new ApplyGuardrailOperation(resources).RunAsync,
            [Route.StartAsyncInvoke] = jobs.StartAsync,
            [Route.GetAsyncInvoke] = jobs.GetAsync,
            [Route.ListAsyncInvokes] = jobs.ListAsync,
            [Route.ListFoundationModels] = new ListModelsOperation(catalog).RunAsync,
            [Route.GetFoundationModel] = model.RunAsync,
            [Route.GetFoundationModelAvailability] = model.RunAsync,
            [Route.ListInferenceProfiles] = profiles.RunAsync,
            [Route.GetInferenceProfile] = profiles.RunAsync,
        };
        foreach (ResourceKind kind in ResourceKinds.All)
        {
            ResourcesOperation operation = new(kind, resources);
            _operations[kind.ListOperation] = operation.RunAsync;
            _operations[kind.GetOperation] = operation.RunAsync;
        }
    }

    public ValueTask RunAsync(LocalCall call) => _operations[call.Route.Operation](call);
}
