using System.Management.Automation;

namespace BedrockPS.Session;

/// <summary>Whether a command is only to say what it would do.</summary>
internal static class WhatIf
{
    private const string Switch = "WhatIf";
    private const string Preference = "WhatIfPreference";

    /// <summary>What -WhatIf says, and otherwise the session's preference.</summary>
    public static bool IsAsked(PSCmdlet cmdlet) => LanguagePrimitives.IsTrue(
        cmdlet.MyInvocation.BoundParameters.TryGetValue(Switch, out object? given)
            ? given
            : cmdlet.GetVariableValue(Preference));
}
