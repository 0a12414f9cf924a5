using System.Management.Automation;
using System.Text;
using BedrockPS.Conversion;
using BedrockPS.Json;
using BedrockPS.Session;

namespace BedrockPS.Tools;

/// <summary>Decides about each run: the policy, -WhatIf, -Confirm, and a person's yes.</summary>
/// <param name="cmdlet">The cmdlet that runs the tools, and asks.</param>
/// <param name="policy">Which tools may run without a question.</param>
/// <param name="canAsk">Whether a person is there to be asked.</param>
/// <param name="asking">Makes room for the host to ask something.</param>
/// <param name="confirm">Asks for a yes.</param>
internal sealed class ToolGate(
    PSCmdlet cmdlet, ToolPolicy policy, bool canAsk, Func<IDisposable?> asking, Confirmation confirm)
{
    private const string Caption = "The model asks to run a tool";
    private const string Impact = "ConfirmPreference";

    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Whether the tool may run with these arguments; it may ask, so it is for the pipeline thread.</summary>
    public ToolVerdict Judge(Tool tool, object? input)
    {
        if (policy == ToolPolicy.ReadOnly && !tool.ReadOnly)
        {
            return new(ToolCallStatus.Denied, "not run: the policy lets only those tools run that change nothing.");
        }

        string run = $"{tool.Name} {Shown(input)}";
        bool confirms = Confirms();
        bool asks = policy == ToolPolicy.AskAlways || (policy == ToolPolicy.Ask && !tool.ReadOnly);
        if ((confirms || asks) && !canAsk && !WhatIf.IsAsked(cmdlet))
        {
            return new(ToolCallStatus.Denied, "not run: it needs a person's yes, and nobody is here to give it.");
        }

        if (!Processes($"Run {run}", out ShouldProcessReason reason))
        {
            return reason == ShouldProcessReason.WhatIf
                ? new(ToolCallStatus.WhatIf, "not run: WhatIf.")
                : Declined();
        }

        return confirms || !asks || confirm($"Run {run}?", Caption, ref _yesToAll, ref _noToAll)
            ? ToolVerdict.Run
            : Declined();
    }

    private bool Processes(string run, out ShouldProcessReason reason)
    {
        using IDisposable? room = asking();
        return cmdlet.ShouldProcess(run, $"{run}?", Caption, out reason);
    }

    private static ToolVerdict Declined() => new(ToolCallStatus.Declined, "not run: the user said no.");

    // What a person is to approve is shown whole, and a model cannot repaint the screen with it.
    internal static string Shown(object? input) =>
        VisibleText.Of(Encoding.UTF8.GetString(BedrockJson.WriteDocument(input)));

    // Whether ShouldProcess itself will ask: the cmdlets that run tools have a medium impact.
    private bool Confirms()
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out object? given))
        {
            return LanguagePrimitives.IsTrue(given);
        }

        object? preference = cmdlet.SessionState.PSVariable.GetValue(Impact);
        return LanguagePrimitives.TryConvertTo(preference, out ConfirmImpact least)
            && least is ConfirmImpact.Low or ConfirmImpact.Medium;
    }
}
