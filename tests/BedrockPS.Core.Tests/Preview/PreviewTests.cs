using System.Text;
using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.Invoke;
using BedrockPS.Preview;

namespace BedrockPS.Tests;

/// <summary>A preview shows what a call sends, and sends nothing.</summary>
public class PreviewTests
{
    private static readonly string[] PerConnection = ["Host", "Content-Length", "Authorization"];

    [Theory]
    [InlineData("Converse", "/model/amazon.nova-lite-v1%3A0/converse")]
    [InlineData("ConverseStream", "/model/amazon.nova-lite-v1%3A0/converse-stream")]
    [InlineData("InvokeModel", "/model/amazon.nova-lite-v1%3A0/invoke")]
    [InlineData("InvokeModelWithResponseStream", "/model/amazon.nova-lite-v1%3A0/invoke-with-response-stream")]
    public async Task ItIsWhatTheEndpointReceives(string operation, string path)
    {
        string received = string.Empty;
        await using RawServer server = new(request =>
        {
            received = request;
            return RawServer.Response("400 Refused", "{}");
        });
        using BedrockConnection connection = Calls.Connect(server.Uri);

        BedrockRequestPreview preview = Preview(connection, operation);
        Assert.Equal(0, server.Requests);
        await Assert.ThrowsAsync<BedrockException>(() => SendAsync(connection, operation));

        string[] head = received.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.Equal($"POST {path} HTTP/1.1", head[0]);
        Assert.Equal(path, preview.Url!.PathAndQuery);
        Assert.Equal(operation, preview.Operation);
        Assert.Equal(preview.RawBody!, Encoding.Latin1.GetBytes(received.Split("\r\n\r\n", 2)[1]));
        Assert.Equal(
            head.Skip(1).Where(line => !PerConnection.Contains(line.Split(':')[0])).Order(),
            preview.Headers.Keys.Cast<string>().Select(name => $"{name}: {preview.Headers[name]}").Order());
    }

    [Fact]
    public async Task AnUnsentConnectionCannotSend()
    {
        using BedrockConnection connection = new(new Uri("https://example.com"), new UnsentHandler());

        await Assert.ThrowsAsync<InvalidOperationException>(() => connection.ConverseAsync(Calls.Question()));
    }

    [Theory]
    [InlineData("Perl")]
    [InlineData("")]
    public void AnUnknownLanguageIsRefusedWithTheKnownOnes(string name)
    {
        BedrockException failure = Assert.Throws<BedrockException>(() => RequestRendering.Check(name));

        Assert.Equal(ClientErrorCode.InvalidRequest, failure.ErrorCode);
        Assert.Contains("PowerShell, Curl, Boto3", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0x00 })]
    [InlineData(new byte[] { 0x61, 0x00 })]
    public void ABodyThatIsNoTextIsNotRendered(byte[] body)
    {
        using BedrockConnection connection = new(new Uri("https://example.com"), new UnsentHandler());
        InvokeModelRequest request = new() { ModelId = "m", Body = body, ContentType = "image/jpeg" };
        BedrockRequestPreview preview = connection.PreviewInvokeModel(request, isStream: false);

        Assert.Equal(body, preview.RawBody);
        Assert.Throws<BedrockException>(() => RequestRendering.Render(preview, "curl"));
    }

    private static BedrockRequestPreview Preview(BedrockConnection connection, string operation) => operation switch
    {
        "Converse" => connection.PreviewConverse(Question(), isStream: false),
        "ConverseStream" => connection.PreviewConverse(Question(), isStream: true),
        "InvokeModel" => connection.PreviewInvokeModel(Native(), isStream: false),
        _ => connection.PreviewInvokeModel(Native(), isStream: true),
    };

    private static Task SendAsync(BedrockConnection connection, string operation) => operation switch
    {
        "Converse" => connection.ConverseAsync(Question()),
        "ConverseStream" => connection.ConverseStreamAsync(Question()),
        "InvokeModel" => connection.InvokeModelAsync(Native()),
        _ => connection.InvokeModelStreamAsync(Native()),
    };

    private static ConverseRequest Question() => Calls.Question("it's \"so\" 漢字 🌊\n\\");

    private static InvokeModelRequest Native() => new()
    {
        ModelId = Calls.Model,
        Body = Encoding.UTF8.GetBytes("""{"inputText":"it's 漢字"}"""),
    };
}
