using BedrockPS.Access;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>A test with an STS of its own, which knows the keys of the profile 'base', and with a clock.</summary>
public abstract class StsTest : EnvironmentTest
{
    protected const string BaseSecret = "base/secret+0123456789";

    protected const string BaseProfile =
        $"""
        [profile base]
        aws_access_key_id = AKIDBASE
        aws_secret_access_key = {BaseSecret}
        region = us-west-2

        """;

    protected const string RoleArn = "arn:aws:iam::111122223333:role/Ops";

    protected static readonly AwsSettings Ops = new() { ProfileName = "ops" };

    protected StsTest()
    {
        Sts = new StsServer(Clock);
        Sts.AddUser("AKIDBASE", BaseSecret);
        Session = Staged.Open(Clock);
        Set("AWS_ENDPOINT_URL_STS", Sts.Uri.ToString());
    }

    protected SteppingClock Clock { get; } = new();

    protected StsServer Sts { get; }

    protected IAwsGateway Session { get; }

    protected IReadOnlyDictionary<string, string> LastForm => Sts.Requests[^1].Form;

    /// <summary>Writes the profiles 'base' and 'ops', whose role 'base' assumes.</summary>
    protected void WriteRole(string more = "", string profiles = "") => WriteConfig(
        $"""
        {BaseProfile}
        [profile ops]
        role_arn = {RoleArn}
        source_profile = base
        {more}
        {profiles}
        """);

    /// <summary>Signs a request, checks that the keys of a role did it, and says which role.</summary>
    protected async Task<string> SignAsRoleAsync(AwsSettings settings, IAwsGateway? gateway = null)
    {
        CaughtRequest request = await (gateway ?? Session).SignAsync(settings);
        StsKeys keys = Sts.KeysOf(request.AccessKey);
        Assert.Equal(keys.Token, request.Header("x-amz-security-token"));
        SignatureV4.AssertValid(request, keys.SecretKey);
        return keys.Arn;
    }

    public override void Dispose()
    {
        Sts.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
