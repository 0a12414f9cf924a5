namespace BedrockPS.Catalog;

/// <summary>The query of a request's address.</summary>
internal static class QueryText
{
    /// <summary>The parts that have a value, escaped; empty where none has.</summary>
    public static string Of(params (string Name, string? Value)[] parts)
    {
        string query = string.Join('&', parts
            .Where(part => part.Value is not null)
            .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? string.Empty : '?' + query;
    }
}
