using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Lays out the syntax lines as the engine does.</summary>
internal static class ParameterSets
{
    public static IReadOnlyList<SyntaxHelp> Of(string? defaultSet, IReadOnlyList<ParameterHelp> parameters)
    {
        // The default set counts even if no parameter names it; the others follow as the parameters name them.
        IEnumerable<string> named = parameters.SelectMany(p => p.Places).Where(p => !p.InAllSets).Select(p => p.Set);
        string[] sets = [.. named.Prepend(defaultSet ?? "").Where(s => s.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        return [.. sets.DefaultIfEmpty(ParameterPlace.AllSets).Select(s => Line(s, parameters))];
    }

    private static SyntaxHelp Line(string set, IReadOnlyList<ParameterHelp> parameters)
    {
        IEnumerable<ParameterHelp> line =
            from parameter in parameters
            let place = parameter.PlaceIn(set)
            where place is not null
            orderby place.Position ?? int.MaxValue, place.Mandatory || place.Position is not null descending
            select parameter with { Places = [place] };
        return new SyntaxHelp(set, [.. line]);
    }
}
