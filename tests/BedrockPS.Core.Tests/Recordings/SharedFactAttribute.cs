namespace BedrockPS.Tests;

/// <summary>A test that reads <c>../shared</c>: skipped, and said so, where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string folder)
    {
        string? found = folder switch
        {
            "recordings" => SharedFolder.Recordings,
            "vectors" => SharedFolder.Vectors,
            _ => SharedFolder.Api,
        };
        Skip = found is null ? $"../shared/{folder} is not on this machine." : null;
    }
}
