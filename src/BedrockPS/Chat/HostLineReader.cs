using System.Management.Automation.Host;
using System.Text;

namespace BedrockPS.Chat;

/// <summary>Reads messages as the host reads lines: where there is no terminal that could be drawn on.</summary>
internal sealed class HostLineReader(PSHostUserInterface ui) : ILineReader
{
    public LineRead Read(string prompt)
    {
        StringBuilder text = new();
        ui.Write(prompt);
        while (ui.ReadLine() is { } line)
        {
            text.Append(line);
            if (!Continuation.IsOpen(text.ToString()))
            {
                return new LineRead(EditOutcome.Sent, text.ToString());
            }

            string kept = Continuation.Continue(text.ToString());
            text.Clear().Append(kept).Append('\n');
            ui.Write("> ".PadLeft(prompt.Length));
        }

        return new LineRead(EditOutcome.Left);
    }
}
