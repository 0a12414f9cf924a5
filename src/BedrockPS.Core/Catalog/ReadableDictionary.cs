namespace BedrockPS;

/// <summary>Texts by name, whose own text is all of them: a column of a table or of a CSV file shows them.</summary>
public sealed class ReadableDictionary : Dictionary<string, string>
{
    /// <summary>Begins with none.</summary>
    public ReadableDictionary()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>Begins with these.</summary>
    public ReadableDictionary(IDictionary<string, string> items)
        : base(items, StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The items as <c>name=text</c>, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", this.Select(item => $"{item.Key}={item.Value}"));
}
