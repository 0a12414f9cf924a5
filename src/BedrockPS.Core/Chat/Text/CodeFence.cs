namespace BedrockPS.Chat.Text;

/// <summary>Follows the lines of code between two fences.</summary>
internal sealed class CodeFence
{
    private const int MinLength = 3;

    private int _length;

    /// <summary>Whether code is under way, its fences apart.</summary>
    public bool IsOpen => _length > 0;

    /// <summary>Whether the line is code, or a fence of it.</summary>
    public bool IsLine { get; private set; }

    /// <summary>The sign that the fence is made of, where one is open.</summary>
    public char Sign { get; private set; }

    /// <summary>Takes a run of signs at the start of a line; it may be a fence.</summary>
    /// <param name="run">The signs.</param>
    /// <param name="next">The character behind them.</param>
    /// <returns>Whether it was one.</returns>
    public bool Take(string run, char next)
    {
        if (IsOpen ? !Closes(run, next) : !Opens(run))
        {
            return false;
        }

        (_length, Sign) = IsOpen ? (0, default) : (run.Length, run[0]);
        IsLine = true;
        return true;
    }

    public void EndLine() => IsLine = IsOpen;

    private static bool Opens(string run) => run.Length >= MinLength && run[0] is '`' or '~';

    private bool Closes(string run, char next) =>
        run[0] == Sign && run.Length >= _length && next is '\n' or ' ' or '\t';
}
