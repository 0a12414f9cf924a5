using System.Text;
using System.Text.Json;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Native;
using BedrockPS.Local.Operations;
using BedrockPS.Tests;

namespace BedrockPS.Local.Tests.Operations;

public sealed class RecordedRequestTests
{
    // Answers that somebody made up: a PDF by S3 for a model without either, and Titan's words for Nova.
    private static readonly string[] Invented = ["79c7278a", "e48f0ae5"];

    private readonly LocalCatalog _catalog = new();

    [SharedFact("recordings")]
    public void Every_conversation_that_the_service_took_is_taken()
    {
        AssertTaken(
            ["converse.jsonl.gz", "converse-stream.jsonl.gz"],
            (body, model, id) => ConverseValidator.Check(body, model, id.Contains(":prompt/")));
    }

    [SharedFact("recordings")]
    public void Every_native_body_that_the_service_took_is_taken()
    {
        AssertTaken(
            ["invoke-model.jsonl.gz", "invoke-model-stream.jsonl.gz"],
            (body, model, _) => NativeFamilies.Find(model?.Id, body).Read(body));
    }

    private void AssertTaken(string[] files, Action<JsonElement, LocalModel?, string> read)
    {
        List<string> refused = [];
        int taken = 0;
        foreach (JsonElement line in files.SelectMany(Exchange.Lines).Where(IsAnswered))
        {
            string id = line.GetProperty("model").GetString()!;
            try
            {
                read(JsonRead.Object(Encoding.UTF8.GetBytes(line.GetProperty("request").GetString()!)), Model(id), id);
                taken++;
            }
            catch (ServiceFault fault)
            {
                refused.Add($"{line.GetProperty("key").GetString()![..8]} {id}: {fault.Message}");
            }
        }

        Assert.True(refused.Count == 0, string.Join("\n", refused));
        Assert.True(taken > 100, $"Only {taken} requests were read.");
    }

    private LocalModel? Model(string id) => _catalog.Models.FirstOrDefault(
        model => id == model.Id || id.EndsWith($".{model.Id}", StringComparison.Ordinal));

    // A few of the requests were stored as something else than the JSON that was sent.
    private static bool IsAnswered(JsonElement line) =>
        line.GetProperty("status").GetInt32() == 200
        && !Invented.Contains(line.GetProperty("key").GetString()![..8])
        && line.GetProperty("request").GetString() is { } request
        && IsJson(request);

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
