using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Chat;
using BedrockPS.Conversations;
using BedrockPS.Http;
using BedrockPS.Recording;
using BedrockPS.StructuredOutput;
using BedrockPS.Usage;

namespace BedrockPS.Session;

/// <summary>What belongs to one runspace: its defaults, endpoints and recording, the models it has seen.</summary>
/// <remarks>
/// The table holds its keys weakly and each entry is reached through its own runspace only, so runspaces share
/// nothing and a closed one takes its entry with it.
/// </remarks>
internal sealed class RunspaceSession
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceSession> Sessions = [];

    private readonly List<LocalEndpoint> _endpoints = [];
    private readonly Dictionary<Uri, Uri?> _displaced = [];
    private readonly Lazy<IAwsGateway> _aws = new(() => AwsGatewayLoader.Open(Path.Combine(ModuleFolder, "aws")));
    private readonly Lazy<ISchemaLibrary> _schemas = new(
        () => SchemaLibraryLoader.Open(Path.Combine(ModuleFolder, "schema")));
    private readonly CatalogMemory _models = new(new CatalogCache(CacheFolder.Find));
    private CatalogMemory _recordedModels = new(new CatalogCache(() => null));
    private Recorder? _recording;
    private string? _ownModelId;

    public static RunspaceSession Current => Runspace.DefaultRunspace is { } runspace
        ? Sessions.GetValue(runspace, Begin)
        : new RunspaceSession();

    public SessionDefaults Defaults { get; set; } = new();

    /// <summary>What records the session's calls, or answers them; null where they simply are made.</summary>
    public Recorder? Recording
    {
        get => _recording;
        set => (_recording, _recordedModels) = (value, new CatalogMemory(new CatalogCache(() => null)));
    }

    /// <summary>
    /// What the session has learnt of models. A recording has a memory of its own: what is replayed must not hang on
    /// what another session knew.
    /// </summary>
    public CatalogMemory Models => Recording is null ? _models : _recordedModels;

    /// <summary>Regions, credentials and signatures; the first use loads AWSSDK.Core.</summary>
    public IAwsGateway Aws => _aws.Value;

    /// <summary>JSON Schema; the first use loads the library, which is not the one of the engine.</summary>
    public ISchemaLibrary Schemas => _schemas.Value;

    /// <summary>The ways of asking for a typed answer that models have refused.</summary>
    public AnswerMemory Answers { get; } = new();

    /// <summary>Makes pages of what models write; the first use loads Markdig.</summary>
    public static IMarkup Markup => MarkupLoader.Open(Path.Combine(ModuleFolder, "markup"));

    /// <summary>What the session has learnt of the endpoints that it calls.</summary>
    public EndpointMemory Memory { get; } = new();

    /// <summary>The price tables in use.</summary>
    public PriceShelf Prices { get; } = new();

    /// <summary>What the session's calls used.</summary>
    public UsageLedger Usage { get; } = new();

    /// <summary>What the session's calls may use.</summary>
    public BudgetBook Budgets { get; } = new();

    /// <summary>Chooses requests for scripted replies by script block.</summary>
    public RequestMatcher Matcher { get; } = new();

    /// <summary>The endpoints that run; one may also be disposed by whoever holds it.</summary>
    public IReadOnlyList<LocalEndpoint> Endpoints => _endpoints.FindAll(endpoint => endpoint.IsRunning);

    /// <summary>The ARNs of what the account owns and can call, as the session has listed them.</summary>
    public SortedSet<string> SeenArns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was sent in chats, to be had again with the arrows.</summary>
    public LineHistory ChatHistory { get; } = new();

    /// <summary>The conversation of the newest chat, so that it is not lost with a variable that nobody set.</summary>
    public Conversation? LastChat { get; set; }


    private static string ModuleFolder => Path.GetDirectoryName(typeof(RunspaceSession).Assembly.Location)!;

    public void Add(LocalEndpoint endpoint)
    {
        _endpoints.RemoveAll(ended => !ended.IsRunning);
        _endpoints.Add(endpoint);
    }

    /// <summary>Sends calls to the endpoint, and names a model where the session names none.</summary>
    public void SetDefault(LocalEndpoint endpoint, string modelId)
    {
        _displaced[endpoint.Uri] = Defaults.EndpointUrl;
        _ownModelId = Defaults.ModelId is null ? modelId : _ownModelId;
        Defaults = Defaults with { EndpointUrl = endpoint.Uri, ModelId = Defaults.ModelId ?? modelId };
    }

    /// <summary>Whether the model became the default with an endpoint of this session.</summary>
    public bool IsOwnModel(string modelId) => modelId == _ownModelId;

    /// <summary>Stops the endpoint; what was the default before it is so again.</summary>
    public void Stop(LocalEndpoint endpoint)
    {
        _endpoints.Remove(endpoint);
        if (Defaults.EndpointUrl == endpoint.Uri)
        {
            Restore(_displaced.GetValueOrDefault(endpoint.Uri));
        }

        endpoint.Dispose();
    }

    // A model that came with an endpoint goes with the last: else the next call would ask AWS for it, and cost.
    private void Restore(Uri? url)
    {
        bool isOwn = url is not null && _displaced.ContainsKey(url);
        bool isRunning = Endpoints.Any(endpoint => endpoint.Uri == url);
        Defaults = Defaults with
        {
            EndpointUrl = isOwn && !isRunning ? null : url,
            ModelId = !isRunning && Defaults.ModelId == _ownModelId ? null : Defaults.ModelId,
        };
    }

    /// <summary>Leaves nothing of this runspace behind.</summary>
    public static void End()
    {
        Current.StopAll();
        if (Runspace.DefaultRunspace is { } runspace)
        {
            Sessions.Remove(runspace);
        }
    }

    // A runspace of a pool ends without removing its modules.
    private static RunspaceSession Begin(Runspace runspace)
    {
        RunspaceSession session = new();
        runspace.StateChanged += (_, change) =>
        {
            if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
            {
                session.StopAll();
            }
        };
        return session;
    }

    private void StopAll()
    {
        Recording?.Dispose();
        Recording = null;
        foreach (LocalEndpoint endpoint in Endpoints)
        {
            Stop(endpoint);
        }

        Matcher.Dispose();
    }
}
