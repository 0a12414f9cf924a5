using System.Collections;
using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Conversion;
using BedrockPS.Http;

namespace BedrockPS.Credentials;

/// <summary>Makes a source of keys of whatever the user has: an object of ours, of AWS.Tools, or of anybody.</summary>
internal static class CredentialReader
{
    /// <summary>The source; it asks the object anew at each signing.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">What the user calls the place, for messages.</param>
    /// <exception cref="BedrockException"><c>InvalidCredentials</c>: the value has no keys.</exception>
    public static IAwsKeySource Read(object value, string name) => Unwrapped.Of(value) switch
    {
        IAwsKeySource source => source,
        PSCredential login => new ObjectCredentials(name, () => login.UserName, () => login.Password, () => null),
        string => throw Unusable(name, "a text, which holds no keys. To name a profile use -ProfileName."),
        { } item => AwsSdkCredentials.Find(item, name) ?? OfProperties(value, item, name),
        null => throw Unusable(name, "null."),
    };

    private static IAwsKeySource OfProperties(object value, object item, string name)
    {
        Func<string[], object?> read = item is IDictionary table
            ? names => names.Select(key => Find(table, key)).FirstOrDefault(found => found is not null)
            : names => names.Select(key => PSObject.AsPSObject(value).Properties[key])
                .Select(property => property is null ? null : PropertyValue.Of(property))
                .FirstOrDefault(found => found is not null);

        // As STS answers: the keys are in a member, beside the role that was assumed.
        if (read(KeyNames.AccessKey) is null && read(KeyNames.Nested) is { } nested and not string)
        {
            return Read(nested, name);
        }

        ObjectCredentials found = new(
            name, () => read(KeyNames.AccessKey), () => read(KeyNames.SecretKey), () => read(KeyNames.SessionToken));
        return found.HasKeys
            ? found
            : throw Unusable(name, $"a {item.GetType().Name} without AccessKey and SecretKey.");
    }

    private static object? Find(IDictionary table, string name) => table.Keys.Cast<object>()
        .Where(key => name.Equals(key as string, StringComparison.OrdinalIgnoreCase))
        .Select(key => table[key])
        .FirstOrDefault();

    private static BedrockException Unusable(string name, string what) => new(
        ClientErrorCode.InvalidCredentials,
        $"{name} is {what.TrimEnd('.')}. It takes an object with AccessKey and SecretKey (SessionToken too for "
        + "temporary keys), credentials of AWS.Tools such as Get-AWSCredential returns, or a PSCredential of the two keys.");
}
