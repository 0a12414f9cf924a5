using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Guardrails;
using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Resources;

namespace BedrockPS.Local.Operations;

/// <summary>ApplyGuardrail: the rules of a stored guardrail, applied to texts without a model.</summary>
internal sealed class ApplyGuardrailOperation(ResourceStore resources)
{
    private static readonly string[] Sources = ["INPUT", "OUTPUT"];

    private static readonly string[] Scopes = ["INTERVENTIONS", "FULL"];

    public ValueTask RunAsync(LocalCall call)
    {
        JsonElement body = JsonRead.Object(call.Exchange.Body);
        string source = Word(body, "source", Sources) ?? throw ServiceFault.MissingMember("source");
        bool isFull = Word(body, "outputScope", Scopes) == "FULL";
        JsonElement[] content = Content(body.At("content"));
        JsonElement guardrail = resources.FindGuardrail(call.Route.ModelId!, call.Route.Version!)
            ?? throw ServiceFault.NotFound(
                "The guardrail identifier or version provided in the request does not exist.");

        string[] texts = [.. content.Select(block => block.At("text", "text").Text()).OfType<string>()];
        string all = string.Join('\n', texts);
        GuardrailHit[] hits = [.. new GuardrailRules(guardrail, source == "INPUT").Check(all)];
        GuardrailReport report = new(guardrail, hits, string.Concat(texts), content.Length - texts.Length);
        JsonObject answer = new()
        {
            ["usage"] = report.Usage(),
            ["action"] = report.Intervenes ? "GUARDRAIL_INTERVENED" : "NONE",
            ["actionReason"] = report.Reason,
            ["outputs"] = Outputs(guardrail, report, source, texts),
            ["assessments"] = new JsonArray(report.Assessment(isFull, call.LatencyMs())),
            ["guardrailCoverage"] = report.Coverage(),
        };
        return call.Response.SendAsync(new HttpResponse { Body = JsonText.Bytes(answer) });
    }

    private static JsonArray Outputs(JsonElement guardrail, GuardrailReport report, string source, string[] texts)
    {
        string message = source == "INPUT" ? "blockedInputMessaging" : "blockedOutputsMessaging";
        IEnumerable<string> outputs = report.IsBlocked ? [guardrail.At(message).Text() ?? ""]
            : report.Intervenes ? texts.Select(report.Masked)
            : [];
        return new JsonArray([.. outputs.Select(text => new JsonObject { ["text"] = text })]);
    }

    private static JsonElement[] Content(JsonElement content)
    {
        JsonElement[] blocks = [.. content.Items()];
        if (blocks.Length == 0)
        {
            throw ServiceFault.MissingMember("content");
        }

        int wrong = Array.FindIndex(
            blocks, block => block.At("text", "text").Text() is null && !block.At("image", "source").IsPresent());
        return wrong < 0 ? blocks : throw ServiceFault.MissingMember($"content.{wrong + 1}.member.text.text");
    }

    private static string? Word(JsonElement body, string member, string[] known)
    {
        string? word = body.At(member).Text();
        return word is null || known.Contains(word) ? word : throw ServiceFault.NoneOf(word, member, known);
    }
}
