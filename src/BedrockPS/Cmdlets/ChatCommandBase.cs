using System.Management.Automation;
using BedrockPS.Chat;
using BedrockPS.Conversations;
using BedrockPS.Session;
using BedrockPS.Tools;

namespace BedrockPS.Cmdlets;

/// <summary>What a chat does with the model: each answer can be stopped by itself, and none ends the chat.</summary>
public abstract class ChatCommandBase : ConverseCommandBase, IChatServices
{
    private static readonly Dictionary<string, ToolCall> NoResults = [];

    private AnswerScope? _answer;
    private bool _isMediaSent;

    /// <inheritdoc/>
    protected override CancellationToken StopToken => _answer?.Token ?? ChatToken;

    /// <summary>Cancelled when the chat itself is to end.</summary>
    private protected CancellationToken ChatToken => base.StopToken;

    /// <summary>The conversation of the chat.</summary>
    private protected Conversation Current { get; set; } = new();

    private protected ChatScreen Screen { get; set; } = null!;

    /// <summary>The terminal; null where the host reads lines itself, and Ctrl+C is its own.</summary>
    private protected ConsoleTerminal? Terminal { get; set; }

    private protected override IReadOnlyList<Tool> StandingTools => Current.Tools;

    /// <inheritdoc/>
    void IChatServices.Send(string text) => Run(
        () => Show(Ask(text)),
        isKept => Screen.Say($"-- stopped; {(isKept ? "what had arrived is kept" : "nothing is kept")}"));

    /// <inheritdoc/>
    void IChatServices.Compress(CompressionPlan plan) => Run(
        () => Screen.Say($"{Compress(plan)}"), _ => Screen.Say("-- stopped; nothing was changed"));

    /// <inheritdoc/>
    string IChatServices.FullPath(string path) => FullPath(path)!;

    /// <inheritdoc/>
    IMarkup IChatServices.Markup() => RunspaceSession.Markup;

    /// <inheritdoc/>
    private protected override ConverseResponse AskToHost(ConverseRequest request, Action<ConverseResponse> onLeft)
    {
        AnswerView view = new(Screen);
        try
        {
            ConverseResponse response = AskStreaming(request, view.Show, onLeft, keepContent: true);
            response.Streamed = true;
            view.End();
            TellTools(response);
            return response;
        }
        finally
        {
            view.End();
        }
    }

    // Those that change something show what they are to do when they ask.
    private void TellTools(ConverseResponse response)
    {
        string[] looking = [.. Tools.Where(tool => tool.ReadOnly).Select(tool => tool.Name)];
        foreach (ToolUseBlock use in response.ToolUses.Where(use => looking.Contains(use.Name)))
        {
            Screen.Say($"-- {use.Name} {ToolGate.Shown(use.Input)}");
        }
    }

    private protected override IDisposable? Asking() => _answer?.Pause();

    private protected override bool Confirm(string question, string caption, ref bool yesToAll, ref bool noToAll)
    {
        using IDisposable? room = Asking();
        if (Terminal is null)
        {
            return base.Confirm(question, caption, ref yesToAll, ref noToAll);
        }

        // What was typed ahead answers no question that was not there yet.
        Terminal.DropKeys();
        ToolQuestion asked = new(new ConsoleLineReader(Terminal, new LineHistory(), _ => [], ChatToken), Screen);
        bool? said = asked.Ask(caption, question, ref yesToAll, ref noToAll);
        if (said is null)
        {
            _answer?.Cancel();
        }

        return said ?? false;
    }

    private void Run(Action call, Action<bool> onInterrupted)
    {
        using AnswerScope answer = new(Terminal, ChatToken);
        int before = Current.Messages.Count;
        _answer = answer;
        try
        {
            call();
        }
        catch (Exception e) when (IsInterrupted(answer, e))
        {
            onInterrupted(Current.Messages.Count > before);
        }
        catch (BedrockException failure)
        {
            // The advice may take a call of its own, which is no part of the answer.
            _answer = null;
            Screen.Complain(ChatFailure.Line(failure, Advise(failure)));
        }
        finally
        {
            _answer = null;
        }

        if (Current.SaveFailure is { } unsaved)
        {
            Screen.Complain(ChatFailure.Line(unsaved, Advise(unsaved)));
        }

        Screen.WriteLine();
    }

    private bool IsInterrupted(AnswerScope answer, Exception e) =>
        answer.Token.IsCancellationRequested
        && !ChatToken.IsCancellationRequested
        && e is OperationCanceledException or PipelineStoppedException or BedrockException;

    private ConverseResponse Ask(string text)
    {
        using IDisposable hold = Current.Begin();
        IReadOnlyList<ToolCall> answered = AnswerOpen(Current.Messages.LastOrDefault(), NoResults);
        Message question = CreateQuestion([.. answered.Select(ToolTurn.ToResult), new TextBlock { Text = text }]);
        ConverseRequest request = CreateRequest(Current, question, Current.ModelId, null, isStream: true);
        ConverseExchange exchange = new(request, answered);
        ConverseResponse answer = Ask(exchange, AnswerForm.Streamed, Keep);
        Keep(answer);
        return answer;

        void Keep(ConverseResponse kept)
        {
            Current.Commit(question, exchange.Turns, kept);
            _isMediaSent = true;
        }
    }

    private Message CreateQuestion(ContentBlock[] content) => _isMediaSent
        ? new Message(MessageRole.User, content)
        : CreateQuestion(Current.ModelId, content, Current.Messages);

    private void Show(ConverseResponse answer)
    {
        Screen.Say(AnswerFoot.Of(answer));
        WriteFacts(answer);
    }
}
