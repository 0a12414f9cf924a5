using System.Management.Automation;
using BedrockPS.Completion;
using BedrockPS.Http;
using BedrockPS.Session;
using BedrockPS.Tools;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that let a model use tools: which ones, how far, and who is asked.</summary>
public abstract class ToolCommandBase : ConverseOptionCommandBase
{
    private static readonly Tool[] None = [];

    private Tool[]? _given;
    private ToolHost? _host;

    /// <summary>
    /// The tools that the model may use: of New-BRTool, or the names of commands. Their calls are run and answered
    /// until the model is done; .ToolCalls of the answer tells them all.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(CommandCompleter))]
    [ValidateNotNullOrEmpty]
    public object[]? Tool { get; set; }

    /// <summary>Whether the model must use a tool first: auto (as it likes), any, or the name of one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ToolChoice { get; set; }

    /// <summary>
    /// Which tools run without a question: Ask (those that only look), AskAlways (none), ReadOnly (those that only
    /// look, and no others run at all), Allow (all).
    /// </summary>
    [Parameter]
    [PSDefaultValue(Value = ToolPolicy.Ask)]
    public ToolPolicy ToolPolicy { get; set; }

    /// <summary>Runs every tool without a question, like -ToolPolicy Allow.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>How often the model may ask for tools before it has to answer.</summary>
    [Parameter]
    [PSDefaultValue(Value = 10)]
    [ValidateRange(1, 1000)]
    public int MaxToolTurns { get; set; } = 10;

    /// <summary>How long one run of a tool may take, in seconds.</summary>
    [Parameter]
    [PSDefaultValue(Value = 300)]
    [ValidateRange(1, 86400)]
    public int ToolTimeoutSec { get; set; } = 300;

    /// <summary>
    /// How many tool calls of one answer run at once. With 1, and where the model makes a single call, they run in the
    /// session, one after another; several run in runspaces of their own, which know the tools' commands but not the
    /// session's variables.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Value = 1)]
    [ValidateRange(1, 64)]
    public int ToolThrottleLimit { get; set; } = 1;

    /// <summary>How many characters of one result the model gets; the rest is left out, and it is told so.</summary>
    [Parameter]
    [PSDefaultValue(Value = 50000)]
    [ValidateRange(100, int.MaxValue)]
    public int MaxToolResultCharacters { get; set; } = 50_000;

    /// <inheritdoc/>
    protected override void Begin()
    {
        base.Begin();
        if (Force && IsBound(nameof(ToolPolicy)) && ToolPolicy != ToolPolicy.Allow)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"-Force lets every tool run, and -ToolPolicy {ToolPolicy} does not.");
        }

        ToolFactory factory = new(InvokeCommand, InvokeProvider);
        _given = Tool?.Select(factory.Of).ToArray();
    }

    /// <summary>The tools in force for a call, where it names none itself.</summary>
    private protected virtual IReadOnlyList<Tool> StandingTools => None;

    /// <summary>The tools in force for a call.</summary>
    private protected IReadOnlyList<Tool> Tools => _given ?? StandingTools;

    // What stops the runs may change from answer to answer.
    private ToolHost Runs => _host is { } host && host.Stop == StopToken ? host : _host = new ToolHost
    {
        Gate = new ToolGate(
            this, Force ? ToolPolicy.Allow : ToolPolicy, HostInteraction.IsInteractive(Host), Asking, Confirm),
        Limits = new ToolLimits(
            TimeSpan.FromSeconds(ToolTimeoutSec), ToolThrottleLimit, MaxToolResultCharacters),
        Host = Host,
        Location = () => SessionState.Path.CurrentFileSystemLocation.ProviderPath,
        Stop = StopToken,
        Note = WriteVerbose,
        Warn = WriteWarning,
        Wait = Wait,
    };

    /// <summary>Asks whether a tool may run.</summary>
    /// <remarks>With a security impact the answer of whoever only presses Enter is no.</remarks>
    private protected virtual bool Confirm(string question, string caption, ref bool yesToAll, ref bool noToAll) =>
        ShouldContinue(question, caption, hasSecurityImpact: true, ref yesToAll, ref noToAll);

    private protected override ToolConfiguration? Configure(ToolConfiguration? given, IEnumerable<Message> turns) =>
        new ToolSet(Tools, given).ToConfiguration(given, ToolChoice) ?? ToolHistory.Declare(turns);

    /// <summary>Runs what the newest answer asks for.</summary>
    /// <param name="exchange">The exchange; the results are added to it.</param>
    /// <param name="turn">How often tools have run in it.</param>
    /// <returns>Whether the model is to be asked again.</returns>
    private protected bool RunTools(ConverseExchange exchange, int turn)
    {
        IReadOnlyList<ToolUseBlock> uses = ToolTurn.Asked(exchange.Last?.Message);
        ToolSet tools = new(Tools, GivenTools);
        if (uses.Count == 0 || !tools.CanRun || !MayGoOn(exchange.Last!) || uses.Any(use => tools.IsForUser(use.Name)))
        {
            return false;
        }

        if (turn >= MaxToolTurns)
        {
            WriteWarning(
                $"The model asks for tools again after {turn} turns, and was left there: see .ToolUses. Raise "
                + "-MaxToolTurns, or send the next message to go on.");
            return false;
        }

        IReadOnlyList<ToolCall> calls = new ToolRound(Runs, tools).Answer(uses);
        exchange.Reply(ToolTurn.Answering(calls), calls);
        return true;
    }

    /// <summary>Answers the calls that an earlier exchange left open, so that the conversation can go on.</summary>
    /// <param name="turn">The turn that asked.</param>
    /// <param name="given">The results that the user gives, by the id of the call.</param>
    private protected IReadOnlyList<ToolCall> AnswerOpen(Message? turn, IReadOnlyDictionary<string, ToolCall> given)
    {
        ToolSet tools = new(Tools, GivenTools);
        List<ToolCall> calls = [];
        foreach (ToolUseBlock use in ToolTurn.Asked(turn))
        {
            calls.Add(given.TryGetValue(use.ToolUseId, out ToolCall? result) ? result
                : IsPreview ? Unanswered(use, "not run: the request is only shown.")
                : tools.FindRunnable(use.Name) is not null ? new ToolRound(Runs, tools).Answer([use])[0]
                : NotRun(use));
        }

        return calls;
    }

    // What was cut, filtered or withheld may be half a call.
    private static bool MayGoOn(ConverseResponse answer) =>
        answer.StopReason is BedrockPS.StopReason.ToolUse or BedrockPS.StopReason.EndTurn;

    private ToolCall NotRun(ToolUseBlock use)
    {
        WriteWarning(
            $"The model waits for the result of {use.Name} ({use.ToolUseId}), and is told that it was not run.");
        return Unanswered(use, "not run: the user went on without it.");
    }

    private static ToolCall Unanswered(ToolUseBlock use, string reason) => new()
    {
        Name = use.Name,
        Input = use.Input,
        ToolUseId = use.ToolUseId,
        Status = ToolCallStatus.Refused,
        ResultText = reason,
    };
}
