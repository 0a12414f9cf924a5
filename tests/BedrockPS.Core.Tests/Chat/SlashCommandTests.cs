using BedrockPS.Chat;

namespace BedrockPS.Tests;

public class SlashCommandTests
{
    private static readonly string[] Models = ["nova", "nano", "claude"];

    private readonly List<string> _ran = [];
    private readonly SlashCommands _commands;

    public SlashCommandTests() => _commands = new SlashCommands(
    [
        new("help", string.Empty, "Lists the commands.", _ => _ran.Add("help")) { Aliases = ["?"] },
        new("model", "[id]", "Shows the model, or asks another.", id => _ran.Add($"model {id}"))
        {
            Complete = start => Models.Where(id => id.StartsWith(start, StringComparison.Ordinal)),
        },
        new("system", "[text]", "Shows the instructions.", text => _ran.Add($"system {text}")),
    ]);

    [Theory]
    [InlineData("hello", null, "hello")]
    [InlineData("  hello  ", null, "hello")]
    [InlineData("/model a b ", "model", "a b")]
    [InlineData("/help", "help", "")]
    [InlineData("//etc/hosts: what is it?", null, "/etc/hosts: what is it?")]
    [InlineData("/etc/hosts", "etc/hosts", "")]
    [InlineData("/", "", "")]
    [InlineData("// one\n// two", null, "// one\n// two")]
    [InlineData("/* one\n * two */", null, "/* one\n * two */")]
    [InlineData("/system one\ntwo", "system", "one\ntwo")]
    [InlineData("\"\"\"/help\"\"\"", null, "/help")]
    public void ASlashMakesACommandAndTwoMakeOne(string written, string? command, string text) =>
        Assert.Equal(new ChatLine(command, text), ChatLine.Read(written));

    [Theory]
    [InlineData("", true)]
    [InlineData("  \n ", true)]
    [InlineData("\"\"\" \"\"\"", false)]
    [InlineData("/", false)]
    public void NothingWrittenIsNothing(string written, bool isEmpty) =>
        Assert.Equal(isEmpty, ChatLine.Read(written).IsEmpty);

    [Theory]
    [InlineData("/help", "help")]
    [InlineData("/HELP", "help")]
    [InlineData("/?", "help")]
    [InlineData("/model x", "model x")]
    public void ACommandIsFoundByItsNamesInAnyCase(string written, string ran)
    {
        Assert.Null(_commands.Run(ChatLine.Read(written)));
        Assert.Equal([ran], _ran);
    }

    [Theory]
    [InlineData("/modle", "*/modle*Did you mean /model?*//modle*")]
    [InlineData("/sys", "*Did you mean /system?*")]
    [InlineData("/etc/hosts is odd", "*no command /etc/hosts.*/help lists them*write //etc/hosts*")]
    [InlineData("/", "*/help lists them*")]
    [InlineData("/help me", "*/help takes nothing*")]
    public void WhatIsNoCommandIsNamedWithWhatItMayBe(string written, string pattern)
    {
        string? said = _commands.Run(ChatLine.Read(written));

        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(pattern).Replace("\\*", ".*") + "$", said);
        Assert.Empty(_ran);
    }

    [Theory]
    [InlineData("/", new[] { "/help", "/model ", "/system " })]
    [InlineData("/M", new[] { "/model " })]
    [InlineData("/model na", new[] { "/model nano" })]
    [InlineData("/model n", new[] { "/model nova", "/model nano" })]
    [InlineData("/help x", new string[0])]
    [InlineData("/nothing x", new string[0])]
    [InlineData("hello", new string[0])]
    public void NamesAndArgumentsAreCompleted(string written, string[] expected) =>
        Assert.Equal(expected, _commands.Complete(written));

    [Fact]
    public void TheHelpIsOneLineEach() =>
        Assert.Equal(
            """
            /help           Lists the commands.
            /model [id]     Shows the model, or asks another.
            /system [text]  Shows the instructions.
            """,
            string.Join('\n', _commands.Help()));
}
