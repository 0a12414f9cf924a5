using System.Management.Automation;
using System.Reflection;
using BedrockPS.Completion;
using BedrockPS.Http;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Forgets session defaults: the named ones, or all.</summary>
/// <example>
/// <code>Clear-BRDefault ModelId, EndpointUrl</code>
/// <para>Forgets two defaults and keeps the others.</para>
/// </example>
[Cmdlet(VerbsCommon.Clear, "BRDefault")]
[OutputType(typeof(void))]
public sealed class ClearBRDefaultCommand : BRCommandBase
{
    /// <summary>The defaults to forget, by the names that Get-BRDefault shows; all when absent.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DefaultNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Name;

    /// <inheritdoc/>
    protected override void End()
    {
        if (Name is null)
        {
            Session.Defaults = new SessionDefaults();
            return;
        }

        // All names are looked up before any is cleared, so that a wrong one changes nothing.
        SessionDefaults cleared = Defaults with { };
        foreach (PropertyInfo property in Name.Select(Find).ToArray())
        {
            property.SetValue(cleared, null);
        }

        Session.Defaults = cleared;
    }

    private static PropertyInfo Find(string name) =>
        Array.Find(
            typeof(SessionDefaults).GetProperties(),
            property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"There is no default named '{name}'. There are: {string.Join(", ", DefaultNameCompleter.Names)}.");
}
