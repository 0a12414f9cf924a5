using System.Management.Automation;
using BedrockPS.Completion;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that fix a model and its settings for later calls.</summary>
public abstract class ModelSettingsCommandBase : BRCommandBase
{
    /// <summary>The model to ask: a model id, an inference profile id, or any ARN that Bedrock takes.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string? ModelId { get; set; }

    /// <summary>The most tokens that an answer may take; the model's own limit when absent.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxTokens { get; set; }

    /// <summary>How freely the model chooses its words, from 0 (always the likeliest) to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double Temperature { get; set; }

    /// <summary>The share of the likeliest tokens to choose from, from 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double TopP { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelId;
}
