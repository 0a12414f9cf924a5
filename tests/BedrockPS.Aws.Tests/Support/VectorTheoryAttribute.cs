namespace BedrockPS.Aws.Tests.Support;

/// <summary>A theory of the shared vectors, reported as skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorTheoryAttribute : TheoryAttribute
{
    public VectorTheoryAttribute() => Skip = new VectorFactAttribute().Skip;
}
