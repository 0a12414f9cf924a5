using System.Text.Json;
using BedrockPS.Catalog;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Tests;

public class RecordedCatalogTests
{
    [SharedFact("recordings")]
    public async Task EveryRecordedModelIsListedWithEveryMember()
    {
        JsonElement line = Exchange.Lines("control-plane.jsonl.gz")
            .Single(l => l.GetProperty("op").GetString() == "ListFoundationModels");
        byte[] body = line.GetProperty("body").GetBytesFromBase64();
        await using RawServer server = new("200 OK\r\nContent-Type: application/json", body);
        using BedrockConnection connection = Calls.Connect(server.Uri);

        IReadOnlyList<FoundationModel> models = await connection.ListFoundationModelsAsync();

        JsonElement summaries = JsonDocument.Parse(body).RootElement.GetProperty("modelSummaries");
        JsonElement[] expected = [.. summaries.EnumerateArray()];
        Assert.Equal(126, models.Count);
        Assert.Equal(expected.Select(e => e.GetProperty("modelId").GetString()), models.Select(m => m.ModelId));
        Assert.All(expected.Zip(models), pair => AssertSame(pair.First, pair.Second));
    }

    [SharedFact("recordings")]
    public async Task TheRecordedProfileIsReadWithEveryMember()
    {
        JsonElement line = Exchange.Lines("control-plane.jsonl.gz")
            .Single(l => l.GetProperty("op").GetString() == "GetInferenceProfile");
        byte[] body = line.GetProperty("body").GetBytesFromBase64();
        string arn = line.GetProperty("model").GetString()!;
        string? path = null;
        await using RawServer server = new(request =>
        {
            path = request.Split(' ')[1];
            return RawServer.Response("200 OK", body);
        });
        using BedrockConnection connection = Calls.Connect(server.Uri);

        InferenceProfile profile = await connection.GetInferenceProfileAsync(arn);

        Assert.Equal(line.GetProperty("path").GetString(), path);
        Assert.True(profile.IsGlobal);
        Assert.Equal((arn, "APPLICATION", "ACTIVE"), (profile.InferenceProfileArn, profile.Type, profile.Status));
        Assert.Equal([null, "us-east-1"], profile.Models!.Select(model => model.Region));
        Assert.Equal(2026, profile.CreatedAt!.Value.Year);
        Assert.True(profile.Other!.ContainsKey("toolboxArn"));
    }

    // A flag that the service left open is false here.
    private static void AssertSame(JsonElement expected, FoundationModel model)
    {
        byte[] list = BedrockJson.Write(
            new FoundationModelList { ModelSummaries = [model] }, BedrockJsonContext.Default.FoundationModelList);
        JsonElement own = JsonDocument.Parse(list).RootElement.GetProperty("modelSummaries")[0];
        Dictionary<string, JsonElement> members = own.EnumerateObject().ToDictionary(m => m.Name, m => m.Value);
        JsonElement streaming = expected.GetProperty("responseStreamingSupported");
        Assert.Equal(streaming.ValueKind == JsonValueKind.True, members["responseStreamingSupported"].GetBoolean());
        foreach (JsonProperty member in expected.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
        {
            Assert.True(JsonEquality.Same(member.Value, members[member.Name]), $"{model.ModelId} {member}");
        }
    }
}
