using System.Management.Automation;
using BedrockPS.Catalog;
using BedrockPS.Completion;
using BedrockPS.Http;
using BedrockPS.Preview;
using BedrockPS.Session;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that can show their request instead of sending it.</summary>
public abstract class PreviewCommandBase : InferenceCommandBase
{
    private BedrockConnection? _unsent;

    /// <summary>Returns the exact request, prompt included, instead of sending it; needs no credentials.</summary>
    [Parameter]
    public virtual SwitchParameter AsRequest { get; set; }

    /// <summary>Returns a program that sends the request, in PowerShell, Curl or Boto3; implies -AsRequest.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RequestLanguageCompleter))]
    public virtual string? As { get; set; }

    /// <summary>Whether the request is to be shown and nothing is to be sent.</summary>
    private protected bool IsPreview => AsRequest || As is not null;

    /// <inheritdoc/>
    protected override void Begin()
    {
        base.Begin();
        if (As is not null)
        {
            RequestRendering.Check(As);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _unsent?.Dispose();
        }
    }

    /// <summary>Whether -WhatIf asks for a call to be described instead of made; it is described then.</summary>
    /// <remarks>
    /// Nothing is asked of the user, whatever -Confirm and its preference say: a question costs what it costs.
    /// </remarks>
    private protected bool IsOnlyDescribed(MeteredRequest request)
    {
        if (!WhatIf.IsAsked(this))
        {
            return false;
        }

        UsageMeter meter = NewMeter();
        meter.Facts = ReadMeterFacts();
        MeteredRequest sent = request with { ModelId = ModelRouter.KnownId(Unsent, request.ModelId) };
        string description = CallDescription.Of(sent, meter.Reckon(sent), meter.Facts.Region, request.ModelId);
        return !ShouldProcess(description, description, "Ask a model");
    }

    // It knows where calls go, and sends nothing.
    private BedrockConnection Unsent =>
        _unsent ??= new BedrockConnection(Target.Endpoint, new UnsentHandler(), ReadRoutedOptions());

    /// <summary>Writes the request that <paramref name="preview"/> makes for the endpoint of the call.</summary>
    private protected void WritePreview(Func<BedrockConnection, BedrockRequestPreview> preview)
    {
        CallTarget target = Target;
        BedrockRequestPreview request = preview(Unsent);
        request.Region = target.Region;
        request.EndpointUrl = target.IsNamed ? target.Endpoint : null;
        WriteObject(As is null ? request : RequestRendering.Render(request, As));
    }
}
