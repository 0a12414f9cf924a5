using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Invoke;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>
/// Sends a body in the model's own shape through the InvokeModel operation and writes the decoded answer.
/// </summary>
/// <remarks>
/// <para>The body may be a hashtable, an ordered dictionary, an object, JSON text or bytes. The answer's .Body holds
/// the decoded JSON, .Text the generated text where the shape is one of the known families'.</para>
/// <para>With -Stream the text is written to the host as the model generates it, and then the answer is returned
/// with its chunks. -AsEvent returns the chunks as they arrive and keeps none of them, however long the stream: where
/// it fails, the exception's PartialResponse holds no text.</para>
/// <para>-WhatIf says what the call might cost, and sends nothing.</para>
/// <para>-AsRequest returns the request instead of sending it, and -As writes it as a program.</para>
/// </remarks>
/// <example>
/// <code>$body = @{ inputText = 'hi'; textGenerationConfig = @{ maxTokenCount = 512 } }
/// Invoke-BRModel $body -ModelId amazon.titan-text-express-v1</code>
/// <para>Asks Amazon Titan in its own shape.</para>
/// </example>
/// <example>
/// <code>$body = @{
///     anthropic_version = 'bedrock-2023-05-31'
///     max_tokens = 256
///     messages = @(@{ role = 'user'; content = 'hi' })
/// }
/// Invoke-BRModel -ModelId anthropic.claude-3-sonnet-20240229-v1:0 -Body $body -Stream</code>
/// <para>Asks Claude in its own shape, and shows the text as it is written.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "BRModel", SupportsShouldProcess = true)]
[OutputType(typeof(InvokeModelResponse), typeof(InvokeModelChunk), typeof(BedrockRequestPreview), typeof(string))]
public sealed class InvokeBRModelCommand : PreviewCommandBase
{
    private const string Json = "application/json";

    private readonly List<byte> _bytes = [];

    /// <summary>The body in the model's own shape: a hashtable, an object, JSON text or bytes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object Body { get; set; } = null!;

    /// <summary>What the body is; a body of another type than JSON is sent unchecked.</summary>
    [Parameter]
    [PSDefaultValue(Value = Json)]
    [ValidateNotNullOrEmpty]
    public string ContentType { get; set; } = Json;

    /// <summary>What the answer is to be.</summary>
    [Parameter]
    [PSDefaultValue(Value = Json)]
    [ValidateNotNullOrEmpty]
    public string Accept { get; set; } = Json;

    /// <summary>Writes the text to the host as it arrives, then returns the whole answer.</summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <summary>Returns the chunks of the stream as they arrive, instead of the answer.</summary>
    [Parameter]
    public SwitchParameter AsEvent { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Body;

    /// <inheritdoc/>
    protected override void Process()
    {
        object bare = Unwrapped.Of(Body)!;
        if (MyInvocation.ExpectingInput && bare is byte piece)
        {
            // A pipeline takes an array of bytes apart; one call a byte is what nobody means.
            _bytes.Add(piece);
        }
        else
        {
            Ask(Body);
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (_bytes.Count > 0)
        {
            Ask(_bytes.ToArray());
        }
    }

    private void Ask(object body)
    {
        InvokeModelRequest request = new()
        {
            ModelId = string.IsNullOrEmpty(ModelId) ? DefaultModelId : ModelId,
            Body = MyInvocation.ExpectingInput ? ToBytes(body) : Require(() => ToBytes(body)),
            ContentType = ContentType,
            Accept = Accept,
        };
        bool isStream = Stream || AsEvent;
        if (IsPreview)
        {
            WritePreview(connection => connection.PreviewInvokeModel(request, isStream));
        }
        else if (IsOnlyDescribed(MeteredRequest.Of("InvokeModel", request)))
        {
            return;
        }
        else if (isStream)
        {
            AskStreaming(request);
        }
        else
        {
            WriteObject(Wait(Connection.InvokeModelAsync(request, StopToken)));
        }
    }

    private byte[] ToBytes(object body) => BodyConversion.ToBytes(body, ContentType);

    private void AskStreaming(InvokeModelRequest request)
    {
        InvokeModelStream stream = Wait(Connection.InvokeModelStreamAsync(request, keepChunks: !AsEvent, StopToken));
        HostText text = new(WriteToHost);
        try
        {
            foreach (InvokeModelChunk chunk in Pull(stream.ReadAsync(StopToken)))
            {
                Write(chunk, text);
            }
        }
        finally
        {
            stream.DisposeAsync().AsTask().GetAwaiter().GetResult();
            if (!Stopping)
            {
                text.End();
            }
        }

        if (!AsEvent)
        {
            InvokeModelResponse response = stream.ToResponse();
            response.Streamed = true;
            WriteObject(response);
        }
    }

    private void Write(InvokeModelChunk chunk, HostText text)
    {
        if (AsEvent)
        {
            WriteObject(chunk);
        }
        else
        {
            text.Write(chunk.Text);
        }
    }
}
