using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Completion;
using BedrockPS.Diagnosis;
using BedrockPS.Http;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Finds out whether a model can be called from here, and what stands against it.</summary>
/// <remarks>
/// <para>The answer is one object for each model. What is wrong is in .Findings, each with its cause and its fix, and
/// is no error: missing credentials, a denied read and an unknown id are answers too.</para>
/// <para>.CanInvoke is true where a call succeeded, which only -Invoke finds out: the service's records say what the
/// account may have, and only a call shows what the caller may do. It is false where something stands against a call,
/// and empty where nothing was found and nothing was tried.</para>
/// <para>Both services are asked, the control plane and the runtime. -EndpointUrl names one that serves both, such as
/// the local endpoint; AWS_ENDPOINT_URL_BEDROCK and AWS_ENDPOINT_URL_BEDROCK_RUNTIME name them one by one.</para>
/// </remarks>
/// <example>
/// <code>Test-BRModelAccess anthropic.claude-sonnet-4-5-20250929-v1:0</code>
/// <para>Shows who calls, what the account may have of the model, which inference profiles would work, and what is
/// wrong.</para>
/// </example>
/// <example>
/// <code>$access = Test-BRModelAccess eu.amazon.nova-lite-v1:0 -Invoke
/// if (-not $access.CanInvoke) { throw ($access.Findings -join "`n") }</code>
/// <para>Stops a runbook with causes and fixes before its work begins.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "BRModelAccess")]
[OutputType(typeof(ModelAccess))]
public sealed class TestBRModelAccessCommand : AwsCommandBase
{
    private readonly KnownProfiles _profiles = new();
    private Caller? _caller;
    private BedrockConnection? _controlPlane;
    private BedrockConnection? _runtime;

    /// <summary>What is to be called: ids of models and inference profiles, and ARNs of any kind.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InferenceProfileId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string[] ModelId { get; set; } = null!;

    /// <summary>Makes one small call to each model, which costs a few tokens.</summary>
    [Parameter]
    public new SwitchParameter Invoke { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelId;

    private protected override string Service => EndpointAddress.ControlPlane;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string id in ModelId)
        {
            try
            {
                ModelPath.Check(id);
                WriteObject(Diagnose(id));
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
        if (_profiles.All is { } listed)
        {
            Catalog.Keep(listed, isWhole: true);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _controlPlane?.Dispose();
            _runtime?.Dispose();
        }
    }

    private ModelAccess Diagnose(string id)
    {
        Caller caller = _caller ??= FindCaller();
        ModelAccessCheck check = new(
            caller.Begin(id), caller.Facts with { Geographies = Defaults.Geography ?? [] }, _profiles);
        if (caller.Failure is { } failure)
        {
            check.Note(failure);
        }

        if (check.MayCall && Connect(ref _controlPlane, EndpointAddress.ControlPlane, check) is { } controlPlane)
        {
            Wait(check.ReadAsync(controlPlane, StopToken));
        }

        if (Invoke && check.MayCall && Connect(ref _runtime, EndpointAddress.Runtime, check) is { } runtime)
        {
            Wait(check.InvokeAsync(runtime, StopToken));
        }

        return check.Access;
    }

    private Caller FindCaller() =>
        new CallerFinder(PlanFor(Service), asked => Wait(asked), StopToken).Find();

    // The call that is tried goes where a call of the model would go.
    private protected override CallOptions ReadRoutedOptions() =>
        ReadCallOptions() with { Models = CreateRouter(null) };

    private BedrockConnection? Connect(ref BedrockConnection? connection, string service, ModelAccessCheck check)
    {
        try
        {
            return connection ??= ConnectTo(service);
        }
        catch (BedrockException failure)
        {
            check.Note(failure);
            return null;
        }
    }
}
