using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Converse;
using BedrockPS.EventStream;
using BedrockPS.Json;
using Xunit.Abstractions;

namespace BedrockPS.Tests;

/// <summary>Every member in the service's own description, there and back.</summary>
public class ApiWalkTests(ITestOutputHelper output)
{
    private const string Runtime = "bedrock-runtime.service-2.json";

    [SharedFact("api")]
    public void EveryMemberOfAMessageSurvives() => Walk("Message", unknown: false, RoundTripMessage);

    [SharedFact("api")]
    public void UnknownMembersEverywhereInAMessageSurvive() => Walk("Message", unknown: true, RoundTripMessage);

    [SharedFact("api")]
    public void EveryMemberOfAnAnswerSurvives() => Walk("ConverseResponse", unknown: false, RoundTripResult);

    [SharedFact("api")]
    public void UnknownMembersEverywhereInAnAnswerSurvive() => Walk("ConverseResponse", unknown: true, RoundTripResult);

    [SharedFact("api")]
    public void EveryMemberOfARequestSurvives() => Walk("ConverseRequest", unknown: false, RoundTripRequest, "modelId");

    [SharedFact("api")]
    public void UnknownMembersEverywhereInARequestSurvive() =>
        Walk("ConverseRequest", unknown: true, RoundTripRequest, "modelId");

    [SharedFact("api")]
    public void EveryMemberOfAStreamSurvives() => Walk("ConverseStreamOutput", unknown: false, RoundTripEvent);

    [SharedFact("api")]
    public void UnknownMembersEverywhereInAStreamSurvive() =>
        Walk("ConverseStreamOutput", unknown: true, RoundTripEvent);

    [SharedFact("api")]
    public void EveryMemberOfARequestHasAPropertyOfItsOwn()
    {
        ShapeSampler sampler = new(Runtime);
        foreach (JsonNode sample in sampler.Samples("ConverseStreamRequest", "modelId"))
        {
            ConverseRequest request = BedrockJson.Read(
                Encoding.UTF8.GetBytes(sample.ToJsonString()), BedrockJsonContext.Default.ConverseRequest);

            Assert.Null(request.Other);
            Assert.Null(request.InferenceConfig?.Other);
            Assert.Null(request.ToolConfig?.Other);
            Assert.Null(request.GuardrailConfig?.Other);
            Assert.Null(request.PerformanceConfig?.Other);
            Assert.Null(request.ServiceTier?.Other);
            Assert.Null(request.OutputConfig?.Other);
        }
    }

    private void Walk(string shape, bool unknown, Func<string, string> roundTrip, params string[] except)
    {
        ShapeSampler sampler = new(Runtime) { AddUnknownMembers = unknown };
        IReadOnlyList<JsonNode> samples = sampler.Samples(shape, except);
        foreach (JsonNode sample in samples)
        {
            string json = sample.ToJsonString();
            JsonOf.AssertSame(json, roundTrip(json));
        }

        output.WriteLine($"{shape}: {sampler.Seen.Count} members in {samples.Count} samples");
        Assert.NotEmpty(samples);
        Assert.True(sampler.Seen.Count > 20, string.Join(' ', sampler.Seen));
    }

    private static string RoundTripMessage(string json) => JsonOf.Sent(JsonOf.Received(json));

    private static string RoundTripResult(string json) => Text(BedrockJson.Write(
        BedrockJson.Read(Encoding.UTF8.GetBytes(json), BedrockJsonContext.Default.ConverseResult),
        BedrockJsonContext.Default.ConverseResult));

    private static string RoundTripRequest(string json) => Text(BedrockJson.Write(
        BedrockJson.Read(Encoding.UTF8.GetBytes(json), BedrockJsonContext.Default.ConverseRequest),
        BedrockJsonContext.Default.ConverseRequest));

    // The event's name is in the frame's headers; the sample's other member stands for an event to come.
    private static string RoundTripEvent(string json)
    {
        JsonObject all = [];
        foreach (JsonProperty member in JsonOf.Parse(json).EnumerateObject())
        {
            Assert.True(EventStreamDecoder.TryRead(
                Frames.Event(member.Name, member.Value.GetRawText()), out EventStreamMessage? message, out _));
            all[member.Name] = JsonNode.Parse(Written(ConverseEventReader.Read(message!)));
        }

        return all.ToJsonString();
    }

    private static string Written(ConverseEvent e) => e is UnknownEvent unknown
        ? JsonOf.Document(unknown.Payload)
        : Text(JsonSerializer.SerializeToUtf8Bytes(e, e.GetType(), BedrockJsonContext.Default));

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
