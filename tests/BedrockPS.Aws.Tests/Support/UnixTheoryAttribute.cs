namespace BedrockPS.Aws.Tests.Support;

/// <summary>A theory that needs a POSIX shell.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs sh.";
        }
    }
}
