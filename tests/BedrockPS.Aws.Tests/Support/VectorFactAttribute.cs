namespace BedrockPS.Aws.Tests.Support;

/// <summary>A test that is reported as skipped where the shared vectors are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorFactAttribute : FactAttribute
{
    public VectorFactAttribute()
    {
        if (Vectors.Folder is null)
        {
            Skip = "No shared/vectors beside the repository; set BEDROCKPS_VECTORS.";
        }
    }
}
