namespace BedrockPS.Iam;

/// <summary>A statement in the making: what is added twice stands in it once, always in the same order.</summary>
/// <param name="sid">What the statement is for.</param>
/// <param name="actions">The actions.</param>
/// <param name="conditionKey">The key that must have one of the values; null where there is no condition.</param>
internal sealed class IamGrant(string sid, string[] actions, string? conditionKey = null)
{
    private readonly SortedSet<string> _resources = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _values = new(StringComparer.Ordinal);

    public bool IsEmpty => _resources.Count == 0;

    public void Add(string resource, string? conditionValue = null)
    {
        _resources.Add(resource);
        if (conditionValue is not null)
        {
            _values.Add(conditionValue);
        }
    }

    public IamStatement ToStatement()
    {
        if (conditionKey is null)
        {
            return new IamStatement { Sid = sid, Action = actions, Resource = [.. _resources] };
        }

        Dictionary<string, string[]> keys = new() { [conditionKey] = [.. _values] };
        return new ConditionalIamStatement
        {
            Sid = sid,
            Action = actions,
            Resource = [.. _resources],
            Condition = new Dictionary<string, IDictionary<string, string[]>> { ["StringEquals"] = keys },
        };
    }
}
