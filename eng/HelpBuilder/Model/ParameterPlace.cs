namespace BedrockPS.HelpBuilder.Model;

/// <summary>What one [Parameter] attribute says: how a parameter is bound in one set, or in all.</summary>
internal sealed record ParameterPlace(
    string Set, bool Mandatory = false, int? Position = null, bool ByValue = false, bool ByPropertyName = false)
{
    public const string AllSets = "__AllParameterSets";

    public bool InAllSets => IsIn(AllSets);

    // PowerShell compares the names of sets without case.
    public bool IsIn(string set) => string.Equals(Set, set, StringComparison.OrdinalIgnoreCase);
}
