using System.Text.Json;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Endpoints;

public sealed class GetEndpointTests
{
    private const int VectorsOfService = 21;

    [Theory]
    [InlineData("us-east-1", "amazonaws.com")]
    [InlineData("EU-Central-1", "amazonaws.com")]
    [InlineData("cn-north-1", "amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "amazonaws.com")]
    [InlineData("us-iso-east-1", "c2s.ic.gov")]
    [InlineData("us-isob-east-1", "sc2s.sgov.gov")]
    [InlineData("eusc-de-east-1", "amazonaws.eu")]
    public void Each_partition_has_its_own(string region, string suffix)
    {
        Uri expected = new($"https://bedrock.{region}.{suffix}");

        Assert.Equal(expected, Staged.Gateway.GetEndpoint("bedrock", region));
    }

    [Theory]
    [InlineData("eu-atlantis-7", "amazonaws.com")]
    [InlineData("cn-atlantis-7", "amazonaws.com.cn")]
    [InlineData("us-gov-atlantis-7", "amazonaws.com")]
    [InlineData("us-iso-atlantis-7", "c2s.ic.gov")]
    public void A_region_newer_than_the_sdk_has_that_of_its_prefix(string region, string suffix)
    {
        Uri expected = new($"https://bedrock.{region}.{suffix}");

        Assert.Equal(expected, Staged.Gateway.GetEndpoint("bedrock", region));
    }

    [Theory]
    [InlineData("")]
    [InlineData("frankfurt")]
    [InlineData("eu-central")]
    [InlineData("eu-central-1a")]
    [InlineData("eu-central-1.evil.com")]
    [InlineData("evil.com/eu-central-1")]
    [InlineData("eu-central-1\n")]
    public void What_is_no_region_is_an_error_that_names_it(string region)
    {
        IAwsGateway gateway = Staged.Gateway;

        BedrockException error = Assert.Throws<BedrockException>(() => gateway.GetEndpoint("bedrock", region));

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
        Assert.Contains($"'{region}'", error.Message, StringComparison.Ordinal);
    }

    [VectorFact]
    public void The_vectors_of_both_services_agree()
    {
        Assert.Empty(CompareAll("bedrock").Concat(CompareAll("bedrock-runtime")));
    }

    private static string[] CompareAll(string service)
    {
        string file = Path.Combine(Vectors.Folder!, "endpoints", service + ".json");
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement[] tests = [.. vectors.RootElement.GetProperty("testCases").EnumerateArray()];
        Assert.Equal(VectorsOfService, tests.Length);
        return [.. tests.Where(test => !IsMet(service, test)).Select(test => $"{service}: {test}")];
    }

    private static bool IsMet(string service, JsonElement test)
    {
        (Uri? found, BedrockException? error) = Choose(service, test);
        JsonElement expected = test.GetProperty("expect");
        if (expected.TryGetProperty("endpoint", out JsonElement endpoint))
        {
            return found == new Uri(endpoint.GetProperty("url").GetString()!);
        }

        string message = expected.GetProperty("error").GetString()!;
        return message.Contains("Region", StringComparison.Ordinal)
            ? error?.ErrorCode == ClientErrorCode.RegionNotFound
            : error?.ErrorCode == ClientErrorCode.InvalidRequest
                && error.Message.Contains("AWS_USE_", StringComparison.Ordinal)
                && error.Message.Contains("-EndpointUrl", StringComparison.Ordinal)
                && error.Message.Contains("https://example.com", StringComparison.Ordinal);
    }

    private static (Uri? Found, BedrockException? Error) Choose(string service, JsonElement test)
    {
        JsonElement given = test.TryGetProperty("params", out JsonElement parameters) ? parameters : default;
        AwsConfiguration configuration = new()
        {
            Region = TextOf(given, "Region") is { } region ? new Sourced<string>(region, "AWS_REGION") : null,
            UseFips = SwitchOf(given, "UseFIPS", "AWS_USE_FIPS_ENDPOINT"),
            UseDualStack = SwitchOf(given, "UseDualStack", "AWS_USE_DUALSTACK_ENDPOINT"),
        };
        Sourced<Uri>? named = TextOf(given, "Endpoint") is { } url
            ? new Sourced<Uri>(new Uri(url), "-EndpointUrl")
            : null;
        try
        {
            return (EndpointAddress.Choose(Staged.Gateway, service, named, configuration), null);
        }
        catch (BedrockException e)
        {
            return (null, e);
        }
    }

    private static string? TextOf(JsonElement given, string name) =>
        given.ValueKind is JsonValueKind.Object && given.TryGetProperty(name, out JsonElement text)
            ? text.GetString()
            : null;

    private static Sourced<bool>? SwitchOf(JsonElement given, string name, string source) =>
        given.ValueKind is JsonValueKind.Object && given.TryGetProperty(name, out JsonElement value)
            ? new Sourced<bool>(value.GetBoolean(), source)
            : null;
}
