namespace BedrockPS.Tests;

/// <summary>Keys as .NET reports them from a terminal.</summary>
internal static class Keys
{
    public static readonly ConsoleKeyInfo Enter = new('\r', ConsoleKey.Enter, false, false, false);

    public static readonly ConsoleKeyInfo AltEnter = new('\r', ConsoleKey.Enter, false, true, false);

    public static readonly ConsoleKeyInfo Escape = new('\e', ConsoleKey.Escape, false, false, false);

    public static readonly ConsoleKeyInfo Tab = new('\t', ConsoleKey.Tab, false, false, false);

    public static readonly ConsoleKeyInfo ShiftTab = new('\0', ConsoleKey.Tab, true, false, false);

    public static readonly ConsoleKeyInfo Backspace = new('\x7f', ConsoleKey.Backspace, false, false, false);

    public static ConsoleKeyInfo Of(ConsoleKey key) => new('\0', key, false, false, false);

    public static ConsoleKeyInfo Control(ConsoleKey key) => new(
        key is >= ConsoleKey.A and <= ConsoleKey.Z ? (char)(key - ConsoleKey.A + 1) : '\0', key, false, false, true);

    public static ConsoleKeyInfo Alt(ConsoleKey key) =>
        new(char.ToLowerInvariant((char)key), key, false, true, false);

    public static ConsoleKeyInfo Char(char c) => c switch
    {
        '\r' or '\n' => Enter,
        '\t' => Tab,
        '\e' => Escape,
        _ => new ConsoleKeyInfo(c, 0, false, false, false),
    };

    /// <summary>What a terminal sends for pasted text, once it is asked to mark it.</summary>
    public static ConsoleKeyInfo[] Paste(string text) => [.. $"\e[200~{text}\e[201~".Select(Char)];
}
