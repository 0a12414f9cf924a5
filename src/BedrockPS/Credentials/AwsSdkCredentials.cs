using System.Reflection;
using BedrockPS.Access;
using BedrockPS.Http;

namespace BedrockPS.Credentials;

/// <summary>
/// Credentials of an AWS SDK that another module loaded: reached by name, since its types are not ours.
/// </summary>
internal sealed class AwsSdkCredentials : IAwsKeySource
{
    private const string BaseType = "Amazon.Runtime.AWSCredentials";
    private const string ShellType = "Amazon.PowerShell.Common.AWSPSCredentials";

    private readonly object _credentials;
    private readonly Type _type;

    private AwsSdkCredentials(object credentials, Type type, string name)
    {
        _credentials = credentials;
        _type = type;
        Name = name;
    }

    public string Name { get; }

    /// <summary>The source; null where the object is not such credentials.</summary>
    public static AwsSdkCredentials? Find(object item, string name)
    {
        object credentials = item.GetType().FullName == ShellType ? Unpack(item) ?? item : item;
        for (Type? type = credentials.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == BaseType)
            {
                return new AwsSdkCredentials(credentials, type, name);
            }
        }

        return null;
    }

    public async Task<AwsKeys> ReadKeysAsync(CancellationToken token)
    {
        try
        {
            // It may block on a socket or ask for a code: no token of ours reaches it, so it is left behind.
            return await Task.Run(ReadAsync, CancellationToken.None).WaitAsync(token).ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is not BedrockException && !(e is OperationCanceledException && token.IsCancellationRequested))
        {
            // Not as the cause: such exceptions have quoted the lines of credentials files.
            throw Unusable($"{e.GetBaseException().GetType().Name} was thrown on reading them.");
        }
    }

    // AWS.Tools keeps what it stores for the session in a wrapper without public members.
    private static object? Unpack(object shell) => shell.GetType()
        .GetProperty("Credentials", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        ?.GetValue(shell);

    // Looked up on the base type: a leaf hides the method with one of another return type.
    private async Task<AwsKeys> ReadAsync()
    {
        MethodInfo method = _type.GetMethod("GetCredentialsAsync", Type.EmptyTypes)
            ?? _type.GetMethod("GetCredentials", Type.EmptyTypes)
            ?? throw Unusable("they are of an AWS SDK that this module does not know.");
        object? keys = method.Invoke(_credentials, null);
        if (keys is Task task)
        {
            await task.ConfigureAwait(false);
            keys = task.GetType().GetProperty("Result")!.GetValue(task);
        }

        return Text(keys, "AccessKey") is { } accessKey && Text(keys, "SecretKey") is { } secretKey
            ? new AwsKeys(accessKey, secretKey, Text(keys, "Token"))
            : throw Unusable("they are anonymous, and Bedrock answers nobody without a name.");
    }

    private static string? Text(object? keys, string property) =>
        keys?.GetType().GetProperty(property)?.GetValue(keys) is string { Length: > 0 } text ? text : null;

    private BedrockException Unusable(string why) => new(
        ClientErrorCode.InvalidCredentials,
        $"The credentials of {Name} ({_credentials.GetType().Name}) cannot be used: {why}");
}
