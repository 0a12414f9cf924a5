using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>What the engine adds to a cmdlet that supports ShouldProcess, in the words of PowerShell's help.</summary>
internal static class ShouldProcessParameters
{
    public static IReadOnlyList<ParameterHelp> All { get; } =
    [
        Make("WhatIf", "wi", "Shows what would happen if the cmdlet runs. The cmdlet is not run."),
        Make("Confirm", "cf", "Prompts you for confirmation before running the cmdlet."),
    ];

    private static ParameterHelp Make(string name, string alias, string text) => new()
    {
        Name = name,
        TypeName = "switch",
        FullTypeName = "System.Management.Automation.SwitchParameter",
        IsSwitch = true,
        Source = name,
        Summary = text,
        Description = [text],
        Aliases = [alias],
        DefaultValue = "False",
        Places = [new ParameterPlace(ParameterPlace.AllSets)],
    };
}
