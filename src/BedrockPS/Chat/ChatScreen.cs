using System.Management.Automation;
using System.Management.Automation.Host;

namespace BedrockPS.Chat;

/// <summary>Writes a chat to its host: answers as they come, and in another shade what the chat itself says.</summary>
/// <param name="ui">The host's screen.</param>
/// <param name="isStyled">Whether it shows styles, and the user wants them.</param>
internal sealed class ChatScreen(PSHostUserInterface ui, bool isStyled)
{
    private const string Faint = "\u001b[90m";
    private const string Red = "\u001b[91m";
    private const string Plain = "\u001b[0m";

    /// <summary>Whether answers are to be styled.</summary>
    public bool IsStyled => isStyled;

    /// <summary>The screen of a host, styled as the session wants it.</summary>
    public static ChatScreen Of(PSHost host, PSVariableIntrinsics variables)
    {
        object? rendering = variables.GetValue("PSStyle") is { } style
            ? PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value
            : null;
        bool isPlain = $"{rendering}" == "PlainText"
            || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return new ChatScreen(host.UI, host.UI.SupportsVirtualTerminal && !isPlain);
    }

    public void Write(string text)
    {
        if (text.Length > 0)
        {
            ui.Write(text);
        }
    }

    public void WriteLine(string text = "") => ui.WriteLine(text);

    /// <summary>Says something about the chat.</summary>
    public void Say(string text) => WriteLine(Shade(Faint, text));

    /// <summary>Says that something went wrong; the chat goes on.</summary>
    public void Complain(string text) => WriteLine(Shade(Red, text));

    private string Shade(string shade, string text) => isStyled ? $"{shade}{text}{Plain}" : text;
}
