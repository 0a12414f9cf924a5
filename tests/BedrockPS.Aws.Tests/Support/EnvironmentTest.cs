using System.Collections;
using BedrockPS.Access;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>A test with an AWS environment of its own: nothing of the machine's, and no way to its metadata.</summary>
[Collection(OneEnvironment.Name)]
public abstract class EnvironmentTest : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    protected EnvironmentTest()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            {
                Set(name, null);
            }
        }

        Set("AWS_EC2_METADATA_DISABLED", "true");
        Set("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(Folder.Path, "credentials"));
        Set("AWS_CONFIG_FILE", Path.Combine(Folder.Path, "config"));
    }

    internal TemporaryFolder Folder { get; } = new();

    protected static IAwsGateway Gateway => Staged.Gateway;

    protected void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    protected void WriteCredentials(string text) => Folder.Write("credentials", text);

    protected void WriteConfig(string text) => Folder.Write("config", text);

    public virtual void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
