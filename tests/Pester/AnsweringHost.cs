using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

// A host with a person at it, who gives the answers that a test lays down, and notes what was asked.
public sealed class AnsweringHost : PSHost
{
    public AnsweringHost(PSHost inner, params string[] answers) { View = new AnsweringView(inner.UI.RawUI, answers); }
    public AnsweringView View { get; }
    public override string Name => "AnsweringHost";
    public override Version Version => new Version(1, 0);
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override PSHostUserInterface UI => View;
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override void SetShouldExit(int exitCode) { }
    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}

public sealed class AnsweringView : PSHostUserInterface
{
    private readonly PSHostRawUserInterface _raw;
    private readonly Queue<string> _answers;
    private Queue<string> _typed;

    public AnsweringView(PSHostRawUserInterface raw, string[] answers)
    {
        _raw = raw;
        _answers = new Queue<string>(answers);
    }

    public List<string> Asked { get; } = new List<string>();

    // What is typed where a line is read; without it nobody may ask for one.
    public string[] Typed { set { _typed = new Queue<string>(value); } }

    // What was shown, with what was typed.
    public StringBuilder Screen { get; } = new StringBuilder();
    public override PSHostRawUserInterface RawUI => _raw;

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Asked.Add(message);
        string answer = _answers.Dequeue();
        for (int i = 0; i < choices.Count; i++)
        {
            if (choices[i].Label.Replace("&", "") == answer)
            {
                return i;
            }
        }

        throw new InvalidOperationException("There is no choice " + answer);
    }

    public override string ReadLine()
    {
        if (_typed is null)
        {
            throw new InvalidOperationException("A line was asked for.");
        }

        if (_typed.Count == 0)
        {
            return null;
        }

        WriteLine(_typed.Peek());
        return _typed.Dequeue();
    }

    public override SecureString ReadLineAsSecureString() => throw new InvalidOperationException();
    public override void Write(string value) => Screen.Append(value);
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Write(value);
    public override void WriteLine(string value) => Write(value + "\n");
    public override void WriteErrorLine(string value) => WriteLine(value);
    public override void WriteDebugLine(string message) { }
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) { }
    public override void WriteWarningLine(string message) => WriteLine(message);
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new InvalidOperationException();
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw new InvalidOperationException();
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowed, PSCredentialUIOptions options) => throw new InvalidOperationException();
}
