namespace BedrockPS.Aws.Tests.Support;

/// <summary>A test that needs named pipes in the file system and a POSIX shell.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs mkfifo and sh.";
        }
    }
}
