using System.Text.Json;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

/// <summary>The published cases of chains of roles, each through files, sockets and signatures.</summary>
public sealed class AssumeRoleVectorTests : StsTest
{
    private const int CaseCount = 28;

    // Cases that are not run here, by their titles, and why.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["SSO credentials profile selected"] = "Needs a server of IAM Identity Center; see the folder Sso.",
        ["SSO token profile selected"] = "A token alone signs nothing: Bedrock is not called with one.",
    };

    public static TheoryData<int, string> Cases
    {
        get
        {
            TheoryData<int, string> cases = [];
            foreach ((JsonElement vector, int index) in ReadAll().Select((vector, index) => (vector, index)))
            {
                if (!Elsewhere.ContainsKey(TitleOf(vector)))
                {
                    cases.Add(index, TitleOf(vector));
                }
            }

            return cases;
        }
    }

    [VectorFact]
    public void Every_case_is_run_or_has_a_reason_not_to_be()
    {
        Assert.Equal(CaseCount, ReadAll().Length);
        Assert.Equal(CaseCount - Elsewhere.Count, Cases.Count);
    }

    [VectorTheory]
    [MemberData(nameof(Cases))]
    public async Task A_chain_is_followed_as_published(int index, string title)
    {
        JsonElement vector = ReadAll()[index];
        Sts.ExternalId = title.Contains("external id", StringComparison.Ordinal) ? "my_external_id" : null;
        Write(vector.GetProperty("input"));
        AwsSettings settings = new() { ProfileName = Member(vector.GetProperty("input"), "selected_profile") };
        JsonElement output = vector.GetProperty("output");
        if (output.TryGetProperty("ProfileChain", out JsonElement chain))
        {
            await AssertFollowsAsync([.. chain.EnumerateArray().SelectMany(step => step.EnumerateObject())], settings);
        }
        else
        {
            BedrockException error = await Session.FailAsync(settings);
            Assert.Contains(
                error.ErrorCode, new[] { ClientErrorCode.InvalidCredentials, ClientErrorCode.ProfileNotFound });
            Assert.Empty(Sts.Requests);
        }
    }

    private async Task AssertFollowsAsync(JsonProperty[] chain, AwsSettings settings)
    {
        using LoopbackServer machine = MachineServer.Start("AKIDMACHINE", "machine/secret");
        Sts.AddUser("AKIDMACHINE", "machine/secret");
        Set("AWS_EC2_METADATA_DISABLED", null);
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", machine.Uri.ToString().TrimEnd('/'));

        // A context of its own: the SDK keeps the endpoint of its first question for as long as it lives.
        bool asksMachine = chain[0].Name == "NamedSource";
        await SignAsRoleAsync(settings, asksMachine ? AwsGatewayLoader.Open(Staged.Copy(Folder.Path)) : Session);

        JsonProperty[] asked = [.. chain.Where(step => step.Name is "AssumeRole" or "WebIdentityToken")];
        Assert.Equal(asked.Length, Sts.Requests.Count);
        Assert.All(asked.Zip(Sts.Requests), pair => AssertAsked(pair.First, pair.Second));
        if (asked.Length < chain.Length)
        {
            string first = asksMachine ? "AKIDMACHINE" : chain[0].Value.GetProperty("access_key_id").GetString()!;
            Assert.Equal(first, Sts.Requests[0].AccessKey);
        }
    }

    private static void AssertAsked(JsonProperty step, CaughtRequest request)
    {
        bool isWebIdentity = step.Name == "WebIdentityToken";
        Assert.Equal(isWebIdentity ? "AssumeRoleWithWebIdentity" : "AssumeRole", request.Form["Action"]);
        Assert.Equal(step.Value.GetProperty("role_arn").GetString(), request.Form["RoleArn"]);
        Assert.Equal(Member(step.Value, "external_id"), request.Form.GetValueOrDefault("ExternalId"));
        Assert.Matches(Member(step.Value, "role_session_name") ?? "^BedrockPS-", request.Form["RoleSessionName"]);
    }

    private static string? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private void Write(JsonElement input)
    {
        string token = Folder.Write("token.jwt", Sts.IdentityToken);
        List<string> lines = [];
        foreach ((string list, string kind) in new[] { ("profiles", "profile"), ("sso_sessions", "sso-session") })
        {
            JsonProperty[] sections = input.TryGetProperty(list, out JsonElement all) ? [.. all.EnumerateObject()] : [];
            foreach (JsonProperty section in sections)
            {
                lines.Add($"[{kind} {section.Name}]");
                lines.AddRange(section.Value.EnumerateObject().Select(line => $"{line.Name} = {line.Value}"));
                Know(section.Value);
            }
        }

        WriteConfig(string.Join('\n', lines).Replace("/var/token.jwt", token, StringComparison.Ordinal));
    }

    private void Know(JsonElement profile)
    {
        if (profile.TryGetProperty("aws_access_key_id", out JsonElement key)
            && profile.TryGetProperty("aws_secret_access_key", out JsonElement secret))
        {
            Sts.AddUser(key.GetString()!, secret.GetString()!);
        }
    }

    private static string TitleOf(JsonElement vector) => vector.GetProperty("docs").GetString()!;

    private static JsonElement[] ReadAll() => Vectors.Folder is { } folder
        ? [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "profiles", "assume-role-tests.json")))
            .RootElement.EnumerateArray()]
        : [];
}
