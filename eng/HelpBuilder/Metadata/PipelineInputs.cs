using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Says which types can be piped, and to which parameter.</summary>
internal static class PipelineInputs
{
    public static IReadOnlyList<TypeHelp> Of(IReadOnlyList<ParameterHelp> parameters)
    {
        IEnumerable<TypeHelp> inputs =
            from parameter in parameters
            let way = Way(parameter)
            where way is not null
            group $"-{parameter.Name}, {way}: {parameter.Summary}" by parameter.FullTypeName into same
            select new TypeHelp(same.Key, [.. same]);
        TypeHelp[] found = [.. inputs];
        return found.Length > 0 ? found : [new TypeHelp("None", ["Nothing can be piped to this cmdlet."])];
    }

    private static string? Way(ParameterHelp parameter)
    {
        string properties = $"property name ({string.Join(", ", parameter.Aliases.Prepend(parameter.Name))})";
        return (parameter.Places.Any(p => p.ByValue), parameter.Places.Any(p => p.ByPropertyName)) switch
        {
            (true, true) => $"by value or {properties}",
            (true, false) => "by value",
            (false, true) => $"by {properties}",
            _ => null,
        };
    }
}
