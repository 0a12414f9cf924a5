namespace BedrockPS.Tests;

/// <summary>Variables of the environment for the length of a test.</summary>
[Collection(OneEnvironment.Name)]
public abstract class Variables : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    /// <summary>Sets or, with null, removes a variable.</summary>
    protected void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        GC.SuppressFinalize(this);
    }
}
