using System.Reflection;
using System.Runtime.Loader;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;

namespace BedrockPS.Aws.Tests.Access;

public sealed class AwsGatewayLoaderTests : EnvironmentTest
{
    [Fact]
    public void The_gateway_lives_in_a_context_of_its_own()
    {
        AssemblyLoadContext context = ContextOf(Gateway);

        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.Equal("BedrockPS.Aws", context.Name);
    }

    [Fact]
    public void Its_interface_is_that_of_the_core_in_the_default_context()
    {
        IAwsGateway gateway = Gateway;

        Assert.Contains(typeof(IAwsGateway), gateway.GetType().GetInterfaces());
        Assert.DoesNotContain(ContextOf(gateway).Assemblies, a => a.GetName().Name == "BedrockPS.Core");
    }

    [Fact]
    public void A_second_core_beside_it_is_not_loaded()
    {
        string folder = Staged.Copy(Folder.Path);
        File.Copy(typeof(IAwsGateway).Assembly.Location, Path.Combine(folder, "BedrockPS.Core.dll"));

        IAwsGateway gateway = AwsGatewayLoader.Open(folder);

        Assert.DoesNotContain(ContextOf(gateway).Assemblies, a => a.GetName().Name == "BedrockPS.Core");
    }

    [Fact]
    public void The_sdk_is_not_loaded_before_something_needs_it()
    {
        IAwsGateway gateway = AwsGatewayLoader.Open(Staged.Copy(Folder.Path));
        Assert.False(HasSdk(gateway));

        gateway.GetEndpoint("bedrock", "eu-west-1");
        Assert.True(HasSdk(gateway));
    }

    [Fact]
    public async Task Two_copies_of_the_sdk_live_side_by_side_and_both_sign()
    {
        Type theirs = typeof(Amazon.RegionEndpoint);
        CaughtRequest ours = await Gateway.SignAsync(new AwsSettings { AccessKey = "AKIDOURS", SecretKey = "ours" });
        Type own = ContextOf(Gateway).Assemblies.Single(IsSdk).GetType(theirs.FullName!)!;

        Assert.NotEqual(theirs, own);
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(theirs.Assembly));
        SignatureV4.AssertValid(ours, "ours");
        SignatureV4.AssertValid(await SignWithTheirsAsync(), "theirs");
    }

    [Fact]
    public async Task A_folder_is_loaded_once_and_each_caller_has_a_gateway_of_its_own()
    {
        string folder = Staged.Copy(Folder.Path);

        IAwsGateway[] gateways = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => AwsGatewayLoader.Open(folder))));

        IAwsGateway other = AwsGatewayLoader.Open(folder + Path.DirectorySeparatorChar);
        Assert.Single(gateways.Append(other).Select(gateway => gateway.GetType()).Distinct());
        Assert.Equal(gateways.Length, gateways.Distinct().Count());
    }

    [Theory]
    [InlineData("BedrockPS.Aws.dll")]
    [InlineData("AWSSDK.Core.dll")]
    public void A_missing_file_is_named_and_its_return_is_noticed(string name)
    {
        string file = Path.Combine(Staged.Copy(Folder.Path), name);
        File.Move(file, file + ".away");

        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => AwsGatewayLoader.Open(Folder.Path));
        File.Move(file + ".away", file);

        Assert.Equal(file, error.FileName);
        Assert.Contains("incomplete", error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.NotNull(AwsGatewayLoader.Open(Folder.Path));
    }

    private static async Task<CaughtRequest> SignWithTheirsAsync()
    {
        CatchingHandler end = new();
        Amazon.Runtime.BasicAWSCredentials keys = new("AKIDTHEIRS", "theirs");
        using HttpMessageInvoker invoker = new(new Amazon.Runtime.Signing.SigV4SigningHandler(
            keys, Amazon.RegionEndpoint.EUCentral1, "bedrock", end));
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        return Assert.Single(end.Requests);
    }

    private static bool HasSdk(IAwsGateway gateway) => ContextOf(gateway).Assemblies.Any(IsSdk);

    private static bool IsSdk(Assembly assembly) => assembly.GetName().Name == "AWSSDK.Core";

    private static AssemblyLoadContext ContextOf(IAwsGateway gateway) =>
        AssemblyLoadContext.GetLoadContext(gateway.GetType().Assembly)!;
}
