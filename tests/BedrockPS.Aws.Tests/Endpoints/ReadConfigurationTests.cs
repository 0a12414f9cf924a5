using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Endpoints;

public sealed class ReadConfigurationTests : EnvironmentTest
{
    private static readonly AwsSettings Ops = new() { ProfileName = "ops" };

    private const string FullProfile =
        """
        [profile ops]
        region = eu-west-1
        services = elsewhere
        endpoint_url = https://any.example
        max_attempts = 5
        ca_bundle = /etc/corporate.pem
        use_fips_endpoint = TRUE
        use_dualstack_endpoint = true
        [services elsewhere]
        bedrock_runtime =
          endpoint_url = https://runtime.example # behind the VPC
        bedrock =
          something = else
        sso_oidc =
          endpoint_url = https://oidc.example
        """;

    [Fact]
    public void A_profile_says_all_of_it_and_is_named_as_the_source()
    {
        WriteConfig(FullProfile);

        AwsConfiguration found = Gateway.ReadConfiguration(Ops, "bedrock-runtime");

        Assert.Equal(new Sourced<string>("eu-west-1", "profile 'ops'"), found.Region);
        Assert.Equal(
            new Sourced<Uri>(new Uri("https://runtime.example"), "[services elsewhere] of profile 'ops'"),
            found.EndpointUrl);
        Assert.Equal(new Sourced<int>(5, "profile 'ops'"), found.MaxAttempts);
        Assert.Equal(new Sourced<string>("/etc/corporate.pem", "profile 'ops'"), found.CaBundle);
        Assert.Equal(new Sourced<bool>(true, "profile 'ops'"), found.UseFips);
        Assert.Equal(new Sourced<bool>(true, "profile 'ops'"), found.UseDualStack);
    }

    [Fact]
    public void The_environment_stands_before_the_profile_and_is_named_as_the_source()
    {
        WriteConfig(FullProfile);
        Set("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "https://mine.example");
        Set("AWS_MAX_ATTEMPTS", "2");
        Set("AWS_CA_BUNDLE", "/mine.pem");
        Set("AWS_USE_FIPS_ENDPOINT", "false");
        Set("AWS_USE_DUALSTACK_ENDPOINT", "false");

        AwsConfiguration found = Gateway.ReadConfiguration(Ops, "bedrock-runtime");

        Assert.Equal(
            new Sourced<Uri>(new Uri("https://mine.example"), "AWS_ENDPOINT_URL_BEDROCK_RUNTIME"), found.EndpointUrl);
        Assert.Equal(new Sourced<int>(2, "AWS_MAX_ATTEMPTS"), found.MaxAttempts);
        Assert.Equal(new Sourced<string>("/mine.pem", "AWS_CA_BUNDLE"), found.CaBundle);
        Assert.Equal(new Sourced<bool>(false, "AWS_USE_FIPS_ENDPOINT"), found.UseFips);
        Assert.Equal(new Sourced<bool>(false, "AWS_USE_DUALSTACK_ENDPOINT"), found.UseDualStack);
    }

    [Theory]
    [InlineData("bedrock-runtime", "https://runtime.example")]
    [InlineData("sso-oidc", "https://oidc.example")]
    [InlineData("bedrock", "https://any.example")]
    [InlineData("sts", "https://any.example")]
    public void A_service_without_an_endpoint_of_its_own_has_the_profile_s(string service, string url)
    {
        WriteConfig(FullProfile);

        Assert.Equal(new Uri(url), Gateway.ReadConfiguration(Ops, service).EndpointUrl?.Value);
    }

    [Fact]
    public void Nothing_is_said_where_nobody_says_it()
    {
        Assert.Equal(new AwsConfiguration(), Gateway.ReadConfiguration(new AwsSettings(), "bedrock"));
    }

    [Fact]
    public void The_ambient_profile_counts_where_none_is_named()
    {
        WriteConfig("[default]\nmax_attempts = 4\n[profile ambient]\nmax_attempts = 7\n");

        Assert.Equal(4, Gateway.ReadConfiguration(new AwsSettings(), "bedrock").MaxAttempts?.Value);
        Set("AWS_PROFILE", "ambient");
        Assert.Equal(7, Gateway.ReadConfiguration(new AwsSettings(), "bedrock").MaxAttempts?.Value);
    }

    [Fact]
    public void A_name_left_behind_in_the_environment_does_not_stop_whoever_needs_no_profile()
    {
        Set("AWS_PROFILE", "absent");

        AwsSettings settings = new() { Region = "eu-west-1", AccessKey = "A", SecretKey = "S" };

        Assert.Equal("eu-west-1", Gateway.FindRegion(settings));
    }

    [Theory]
    [InlineData("AWS_MAX_ATTEMPTS", "many")]
    [InlineData("AWS_MAX_ATTEMPTS", "0")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "yes")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "1")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "no")]
    [InlineData("AWS_ENDPOINT_URL_BEDROCK", "bedrock.example")]
    [InlineData("AWS_ENDPOINT_URL", "ftp://bedrock.example")]
    public void A_variable_that_cannot_be_meant_is_an_error_that_names_it_and_its_value(string name, string value)
    {
        Set(name, value);

        AssertRefused(name, value, new AwsSettings());
    }

    [Theory]
    [InlineData("max_attempts", "-1")]
    [InlineData("use_fips_endpoint", "yes")]
    [InlineData("use_dualstack_endpoint", "on")]
    [InlineData("ignore_configured_endpoint_urls", "0")]
    [InlineData("endpoint_url", "//bedrock.example")]
    [InlineData("services", "nowhere")]
    public void A_setting_that_cannot_be_meant_is_an_error_that_names_it_its_profile_and_its_value(
        string name, string value)
    {
        WriteConfig($"[profile ops]\n{name} = {value}\n");

        AssertRefused(name, value, Ops);
        AssertRefused("'ops'", value, Ops);
    }

    [Theory]
    [InlineData("ftp://user:hunter2@bedrock.example")]
    [InlineData("https://user:hunter2@bedrock.example")]
    public void A_password_in_an_endpoint_is_refused_and_not_shown(string url)
    {
        Set("AWS_ENDPOINT_URL", url);

        BedrockException error = AssertRefused("AWS_ENDPOINT_URL", string.Empty, new AwsSettings());

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    private static BedrockException AssertRefused(string place, string value, AwsSettings settings)
    {
        BedrockException error = Assert.Throws<BedrockException>(
            () => Gateway.ReadConfiguration(settings, "bedrock"));

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        return error;
    }
}
