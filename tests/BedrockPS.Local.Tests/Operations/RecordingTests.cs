using System.Net;
using System.Text;
using System.Text.Json;
using BedrockPS.Local.Tests.Support;
using BedrockPS.Tests;

namespace BedrockPS.Local.Tests.Operations;

public sealed class RecordingTests : IDisposable
{
    private const string Header = """{"format":"bedrockps-recording","version":1,"module":"0.1.0"}""";
    private const string Call = """
        {"op":"Converse","method":"POST","path":"/model/x/converse","request":{"a":1,"b":2},"status":200,
        """;

    private readonly string _file = Path.GetTempFileName();
    private LocalEndpoint? _endpoint;
    private HttpClient? _client;

    public void Dispose()
    {
        _client?.Dispose();
        _endpoint?.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task Equal_requests_are_answered_in_their_order_each_once()
    {
        Serve($$"""{{Call}}"response":{"n":1} }""", $$"""{{Call}}"response":{"n":2} }""");

        Assert.Equal("""{"n":1}""", await PostAsync("/model/x/converse", """{"b":2.0,"a":1}"""));
        Assert.Equal("""{"n":2}""", await PostAsync("/model/x/converse", """{"a":1,"b":2}"""));
        Assert.Contains("is used up", await PostAsync("/model/x/converse", """{"a":1,"b":2}""", 400));
    }

    [Fact]
    public async Task A_request_that_is_not_there_is_an_error_that_shows_the_nearest()
    {
        Serve($$"""{{Call}}"response":{} }""");

        string message = await PostAsync("/model/x/converse", """{"a":1,"b":3}""", 400, "RecordingMiss:");

        Assert.Contains("b", message);
        Assert.Contains("line 2", message);
    }

    [Fact]
    public async Task Ignored_members_may_differ()
    {
        Serve(["b"], $$"""{{Call}}"response":{"n":1} }""");

        Assert.Equal("""{"n":1}""", await PostAsync("/model/x/converse", """{"a":1,"b":3}"""));
    }

    [Fact]
    public async Task Accounts_and_keys_that_the_recording_does_not_hold_are_no_difference()
    {
        const string path = "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A{0}%3Aapplication-inference-profile%2Fx/converse";
        Serve($$"""
            {"method":"POST","path":"{{path.Replace("{0}", "000000000000")}}","request":{"key":"***"},"status":200,
            "response":{"n":1} }
            """);
        string sent = path.Replace("{0}", "123456789012");

        Assert.Equal("""{"n":1}""", await PostAsync(sent, """{"key":"AKIAIOSFODNN7EXAMPLE"}"""));
        string miss = await PostAsync(sent, """{"key":"AKIAIOSFODNN7EXAMPLE2, no key"}""", 400);
        Assert.DoesNotContain("123456789012", miss);
    }

    [Fact]
    public async Task Errors_come_as_they_were()
    {
        string failed = Call.Replace("200", "429");
        Serve($$"""
            {{failed}}"headers":{"x-amzn-errortype":"ThrottlingException:","x-amzn-requestid":"r-1"},
            "response":{"message":"slow"} }
            """);

        Assert.Contains(
            "slow", await PostAsync("/model/x/converse", """{"a":1,"b":2}""", 429, "ThrottlingException:"));
    }

    [Fact]
    public async Task A_stream_that_was_cut_is_cut_again()
    {
        string frame = Convert.ToBase64String(Encoding.ASCII.GetBytes("half a frame"));
        Serve($$"""{{Call}}"cut":true,"frames":[{"at":1,"bytes":"{{frame}}"}]}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync("/model/x/converse", """{"a":1,"b":2}"""));
    }

    [Fact]
    public async Task A_script_comes_before_the_recording()
    {
        Serve($$"""{{Call}}"response":{"n":1} }""");
        _endpoint!.Enqueue(new LocalReply { ErrorCode = "ThrottlingException" });

        await PostAsync("/model/x/converse", """{"a":1,"b":2}""", 429);
        Assert.Equal("""{"n":1}""", await PostAsync("/model/x/converse", """{"a":1,"b":2}"""));
    }

    [SharedFact("recordings")]
    public async Task Genuine_streams_are_served_byte_for_byte()
    {
        JsonElement[] lines = [.. Exchange.Lines("converse-stream.jsonl.gz").Where(line => IsJson(Request(line)))];
        Serve([.. lines.Select(Recorded)]);

        foreach (JsonElement line in lines)
        {
            using HttpResponseMessage response = await SendAsync(line.GetProperty("path").GetString()!, Request(line));
            Assert.Equal(
                line.GetProperty("body").GetBytesFromBase64(), await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public void A_file_that_is_none_is_refused_at_the_start()
    {
        LocalEndpointOptions options = new() { Recording = _file + ".absent" };

        BedrockException refusal = Assert.Throws<BedrockException>(() => LocalEndpoint.Start(options));
        Assert.Equal("RecordingNotFound", refusal.ErrorCode);
    }

    private static string Request(JsonElement line) => line.GetProperty("request").GetString() ?? "";

    private static bool IsJson(string text) => text.StartsWith('{') && text.EndsWith('}');

    private static string Recorded(JsonElement line) => $$"""
        {"method":"POST","path":{{line.GetProperty("path").GetRawText()}},"request":{{Request(line)}},
         "status":{{line.GetProperty("status").GetRawText()}},
         "frames":[{"at":0,"bytes":{{line.GetProperty("body").GetRawText()}} }]}
        """;

    private void Serve(params string[] lines) => Serve([], lines);

    private void Serve(string[] ignored, params string[] lines)
    {
        File.WriteAllLines(_file, [Header, .. lines.Select(line => line.ReplaceLineEndings(""))]);
        _endpoint = LocalEndpoint.Start(new LocalEndpointOptions { Recording = _file, IgnoreMembers = ignored });
        _client = new HttpClient { BaseAddress = _endpoint.Uri };
    }

    private Task<HttpResponseMessage> SendAsync(string path, string body) =>
        _client!.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<string> PostAsync(string path, string body, int status = 200, string? type = null)
    {
        using HttpResponseMessage response = await SendAsync(path, body);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Single(response.Headers.GetValues("x-amzn-requestid"));
        if (type is not null)
        {
            Assert.StartsWith(type, response.Headers.GetValues("x-amzn-errortype").Single());
        }

        return await response.Content.ReadAsStringAsync();
    }
}
