using System.Text.Json;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;

namespace BedrockPS.Aws.Tests.Endpoints;

public sealed class ConfiguredEndpointVectorTests : EnvironmentTest
{
    private const int Count = 39;

    /// <summary>The vectors that do not apply as they stand, and why.</summary>
    /// <remarks>They are run all the same, with the setting in the environment instead.</remarks>
    private static readonly Dictionary<string, string> Adapted = new()
    {
        ["ignore_configured_endpoint_urls"] =
            "No parameter says so: whoever wants it for one call names the endpoint.",
        ["provide_and_ignore_configured_endpoint_urls"] =
            "As above; an endpoint that the call names counts all the same.",
    };

    [VectorFact]
    public void Every_vector_is_followed()
    {
        string file = Path.Combine(Vectors.Folder!, "endpoints", "configured-endpoint-urls.json");
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement suite = vectors.RootElement.GetProperty("testSuites").EnumerateArray().Single();
        JsonElement[] tests = [.. suite.GetProperty("endpointUrlTests").EnumerateArray()];
        WriteConfig(ConfigOf(suite));

        string[] wrong = [.. tests.SelectMany(test => Compare(suite, test))];

        Assert.Empty(wrong);
        Assert.Equal(Count, tests.Length);
    }

    private IEnumerable<string> Compare(JsonElement suite, JsonElement test)
    {
        string client = TextOf(test, "client_config");
        JsonElement environment = suite.GetProperty("environments").GetProperty(TextOf(test, "environment"));
        JsonElement call = suite.GetProperty("client_configs").GetProperty(client);
        using (With(environment, Adapted.ContainsKey(client)))
        {
            string service = TextOf(test, "service");
            Sourced<Uri>? named = call.TryGetProperty("endpoint_url", out JsonElement url)
                ? new Sourced<Uri>(new Uri(url.GetString()!), "-EndpointUrl")
                : null;
            AwsConfiguration configuration = Gateway.ReadConfiguration(
                new AwsSettings { ProfileName = TextOf(test, "profile"), Region = "eu-west-1" }, service);
            Uri found = EndpointAddress.Choose(Gateway, service, named, configuration);

            // The vectors' region is none that AWS could have.
            string expected = TextOf(test.GetProperty("output"), "endpointUrl").Replace("fake-region-10", "eu-west-1");
            if (found != new Uri(expected))
            {
                yield return $"{TextOf(test, "name")} {found}";
            }
        }
    }

    private Variables With(JsonElement environment, bool ignores)
    {
        Dictionary<string, string?> values = environment.EnumerateObject()
            .ToDictionary(variable => variable.Name, variable => variable.Value.GetString());
        if (ignores)
        {
            values["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true";
        }

        return new Variables(this, values);
    }

    private static string ConfigOf(JsonElement suite)
    {
        IEnumerable<string> profiles = suite.GetProperty("profiles").EnumerateObject().Select(
            profile => $"[profile {profile.Name}]\n" + string.Concat(profile.Value.EnumerateObject().Select(LineOf)));
        IEnumerable<string> services = suite.GetProperty("services").EnumerateObject().Select(
            section => $"[services {section.Name}]\n" + string.Concat(section.Value.EnumerateObject().Select(
                service => $"{service.Name} =\n"
                    + string.Concat(service.Value.EnumerateObject().Select(setting => "  " + LineOf(setting))))));
        return string.Concat(profiles.Concat(services));
    }

    private static string LineOf(JsonProperty setting) => $"{setting.Name} = {setting.Value.GetString()}\n";

    private static string TextOf(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>Variables of one case.</summary>
    private sealed class Variables : IDisposable
    {
        private readonly ConfiguredEndpointVectorTests _test;
        private readonly Dictionary<string, string?> _values;

        public Variables(ConfiguredEndpointVectorTests test, Dictionary<string, string?> values)
        {
            _test = test;
            _values = values;
            foreach ((string name, string? value) in values)
            {
                test.Set(name, value);
            }
        }

        public void Dispose()
        {
            foreach (string name in _values.Keys)
            {
                _test.Set(name, null);
            }
        }
    }
}
