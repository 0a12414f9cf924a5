using System.Management.Automation;
using BedrockPS.Converse;
using BedrockPS.Errors;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets that use Converse share: the way of asking and the streaming contract.</summary>
public abstract class ConverseCommandBase : ToolCommandBase
{
    /// <summary>Instructions that stand before the conversation.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? System { get; set; }

    /// <summary>The most tokens that the answer may take; the model's own limit when absent.</summary>
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

    /// <summary>Texts that end the answer when the model writes them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? StopSequence { get; set; }

    /// <summary>
    /// The settings that were given, over those of <paramref name="fallback"/>: presence counts, not value.
    /// </summary>
    private protected InferenceConfiguration ReadInference(InferenceConfiguration? fallback = null) => new()
    {
        MaxTokens = IsBound(nameof(MaxTokens)) ? MaxTokens : fallback?.MaxTokens ?? Defaults.MaxTokens,
        Temperature = IsBound(nameof(Temperature)) ? Temperature : fallback?.Temperature ?? Defaults.Temperature,
        TopP = IsBound(nameof(TopP)) ? TopP : fallback?.TopP ?? Defaults.TopP,
        StopSequences = StopSequence ?? fallback?.StopSequences,
        Other = fallback?.Other,
    };

    /// <summary>The request that asks the next question of a conversation.</summary>
    /// <param name="conversation">The conversation; it stays as it is.</param>
    /// <param name="question">The question.</param>
    /// <param name="modelId">The model to ask.</param>
    /// <param name="system">Instructions in place of the conversation's; null for those.</param>
    /// <param name="isStream">Whether the answer is to be streamed.</param>
    private protected ConverseRequest CreateRequest(
        Conversation conversation, Message question, string modelId, string? system, bool isStream)
    {
        ConverseRequest request = conversation.CreateRequest(question);
        InferenceConfiguration inference = ReadInference(conversation.InferenceConfig);
        request.InferenceConfig = inference.IsEmpty ? null : inference;
        request.ModelId = modelId;
        request.System = system is null ? request.System : [new TextBlock { Text = system }];
        ApplyOptions(request, isStream);
        return request;
    }

    private protected void Preview(ConverseRequest request, bool isStream) =>
        WritePreview(connection => connection.PreviewConverse(request, isStream));

    /// <summary>Asks, and lets the model use its tools until it is done.</summary>
    /// <param name="exchange">The question; what follows is added to it.</param>
    /// <param name="form">How the answer comes.</param>
    /// <param name="onLeft">
    /// Given what is worth keeping, where the exchange was left before its end; not on a failure.
    /// </param>
    /// <returns>The answer, with the tools that ran.</returns>
    private protected ConverseResponse Ask(
        ConverseExchange exchange, AnswerForm form, Action<ConverseResponse>? onLeft = null)
    {
        ConverseResponse? partial = null;
        bool isSettled = false;
        try
        {
            int turn = 0;
            do
            {
                exchange.Add(AskOnce(exchange.Request, form, left => partial = left));
            }
            while (RunTools(exchange, turn++));

            isSettled = true;
            return exchange.ToResponse();
        }
        catch (BedrockException failure)
        {
            isSettled = true;
            failure.PartialResponse = exchange.ToPartialResponse(failure.PartialResponse as ConverseResponse);
            throw;
        }
        finally
        {
            if (!isSettled && exchange.Cancel(partial) is { } left)
            {
                onLeft?.Invoke(left);
            }
        }
    }

    private ConverseResponse AskOnce(ConverseRequest request, AnswerForm form, Action<ConverseResponse> onLeft) =>
        form switch
        {
            AnswerForm.Streamed => AskToHost(request, onLeft),
            AnswerForm.Unseen => AskStreaming(request, static _ => { }, onLeft, keepContent: true),
            AnswerForm.Events => AskStreaming(request, WriteObject, onLeft, keepContent: true),
            AnswerForm.FlatEvents => AskStreaming(request, WriteObject, onLeft, keepContent: Tools.Count > 0),
            _ => Wait(Connection.ConverseAsync(request, StopToken)),
        };

    /// <summary>Asks and hands over each event as it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="write">Writes an event, as text or as an object.</param>
    /// <param name="onLeft">Given what had arrived, where the stream was left before its end; not on a failure.</param>
    /// <param name="keepContent">Whether the response is to hold what the events brought.</param>
    /// <returns>The response that the events add up to.</returns>
    private protected ConverseResponse AskStreaming(
        ConverseRequest request,
        Action<ConverseEvent> write,
        Action<ConverseResponse> onLeft,
        bool keepContent)
    {
        ConverseStream stream = Wait(Connection.ConverseStreamAsync(request, keepContent, StopToken));
        bool isSettled = false;
        try
        {
            foreach (ConverseEvent e in Pull(stream.ReadAsync(StopToken)))
            {
                write(e);
            }

            isSettled = true;
            return stream.ToResponse();
        }
        catch (BedrockException)
        {
            isSettled = true;
            throw;
        }
        finally
        {
            // Ctrl+C, or a later command that has had enough: neither comes as an exception that could be named.
            stream.DisposeAsync().AsTask().GetAwaiter().GetResult();
            if (!isSettled)
            {
                onLeft(stream.ToResponse());
            }
        }
    }

    /// <summary>Asks, writes the text to the host as it arrives, and returns the response.</summary>
    private protected virtual ConverseResponse AskToHost(ConverseRequest request, Action<ConverseResponse> onLeft)
    {
        HostText text = new(WriteToHost);
        try
        {
            ConverseResponse response = AskStreaming(request, WriteText, onLeft, keepContent: true);
            response.Streamed = true;
            return response;
        }
        finally
        {
            if (!Stopping)
            {
                text.End();
            }
        }

        void WriteText(ConverseEvent e)
        {
            if (e is ContentBlockDeltaEvent { Text: { Length: > 0 } piece })
            {
                text.Write(piece);
            }
        }
    }

    /// <summary>Says what the answer needs said of it, once the answer itself is out.</summary>
    private protected void WriteFacts(ConverseResponse response)
    {
        if (StopWarnings.For(response.StopReason) is { } warning)
        {
            WriteWarning(warning);
        }

        WriteVerbose(
            $"{response.ModelId}: {response.StopReason}, {response.Usage?.ToString() ?? "usage unknown"}, "
            + $"{response.LatencyMs} ms, {response.Attempts} attempt(s), request {response.RequestId}");
    }

    /// <summary>What Send-BRMessage goes on in, where the answer is piped into it.</summary>
    private protected Conversation ToConversation(
        ConverseRequest request, IEnumerable<Message> turns, ConverseResponse answer)
    {
        Conversation conversation = new()
        {
            ModelId = request.ModelId,
            System = System,
            InferenceConfig = request.InferenceConfig ?? new InferenceConfiguration(),
            Tools = [.. Tools],
            Messages = [.. turns],
            StopReason = answer.StopReason,
        };
        conversation.Usage.Add(answer.Usage ?? new TokenUsage());
        conversation.Cost.Add(answer.Cost);
        return conversation;
    }
}
