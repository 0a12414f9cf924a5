using System.Text.Json;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Profiles;

public sealed class ProfileVectorTests : EnvironmentTest
{
    private const int Count = 65;

    /// <summary>The vectors that this module does not follow, what it does instead, and why.</summary>
    private static readonly Dictionary<string, (string[] Profiles, string Reason)> Deviations = new()
    {
        ["Invalid profile names are ignored."] = (
            ["in valid 2"],
            "AWS.Tools and the AWS CLI write a name with spaces to the credentials file just so, and find it again."),
    };

    [VectorFact]
    public void Every_vector_is_followed_except_those_in_the_table()
    {
        string file = Path.Combine(Vectors.Folder!, "profiles", "profile-parser-tests.json");
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement[] tests = [.. vectors.RootElement.GetProperty("tests").EnumerateArray()];

        string[] wrong = [.. tests.SelectMany(Compare)];

        Assert.Empty(wrong);
        Assert.Equal(Count, tests.Length);
        Assert.Superset(Deviations.Keys.ToHashSet(), tests.Select(NameOf).ToHashSet());
    }

    private IEnumerable<string> Compare(JsonElement test)
    {
        JsonElement input = test.GetProperty("input");
        WriteConfig(TextOf(input, "configFile"));
        WriteCredentials(TextOf(input, "credentialsFile"));
        JsonElement output = test.GetProperty("output");
        IEnumerable<string> differences = output.TryGetProperty("errorContaining", out JsonElement error)
            ? CompareError(error.GetString()!)
            : Deviations.TryGetValue(NameOf(test), out (string[] Profiles, string Reason) deviation)
                ? CompareNames(deviation.Profiles)
                : CompareSections(output.GetProperty("config"));
        return differences.Select(difference => $"{NameOf(test)} {difference}").ToArray();
    }

    private static IEnumerable<string> CompareError(string expected)
    {
        BedrockException? error = Record.Exception(
            () => Gateway.ReadConfiguration(new AwsSettings { ProfileName = "foo" }, "bedrock")) as BedrockException;
        if (error?.ErrorCode != ClientErrorCode.InvalidCredentials
            || !error.Message.Contains(expected, StringComparison.Ordinal))
        {
            yield return $"says '{error?.Message}'";
        }
    }

    private static IEnumerable<string> CompareSections(JsonElement config)
    {
        StagedFiles files = StagedFiles.Read();
        JsonProperty[] profiles = [.. config.GetProperty("profiles").EnumerateObject()];
        JsonProperty[] sessions = config.TryGetProperty("sso_sessions", out JsonElement given)
            ? [.. given.EnumerateObject()]
            : [];
        return CompareNames([.. profiles.Select(profile => profile.Name)])
            .Concat(profiles.SelectMany(profile => CompareSection(profile, files.FindProfile(profile.Name))))
            .Concat(sessions.SelectMany(
                session => CompareSection(session, files.FindSection("sso-session", session.Name))));
    }

    private static IEnumerable<string> CompareNames(string[] expected)
    {
        IReadOnlyList<string> found = Gateway.ListProfiles(null);
        if (!found.ToHashSet().SetEquals(expected))
        {
            yield return $"has the profiles '{string.Join(", ", found)}'";
        }
    }

    private static IEnumerable<string> CompareSection(JsonProperty expected, Dictionary<string, string>? found)
    {
        JsonProperty[] properties = [.. expected.Value.EnumerateObject()];
        if (found?.Count != properties.Length
            || !properties.All(property => found.GetValueOrDefault(property.Name) == property.Value.GetString()))
        {
            string shown = string.Join(", ", found?.Select(pair => $"{pair.Key}={pair.Value}") ?? ["nothing"]);
            yield return $"has in '{expected.Name}': {shown}";
        }
    }

    private static string NameOf(JsonElement test) => test.GetProperty("name").GetString()!;

    private static string TextOf(JsonElement input, string file) =>
        input.TryGetProperty(file, out JsonElement text) ? text.GetString()! : string.Empty;
}
