using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockPS.Local.AsyncInvokes;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Resources;

namespace BedrockPS.Local.Operations;

/// <summary>StartAsyncInvoke, GetAsyncInvoke and ListAsyncInvokes.</summary>
internal sealed partial class AsyncInvokeOperations(AsyncInvokeStore jobs, ModelResolver models)
{
    private const int PageLength = 10;

    public ValueTask StartAsync(LocalCall call)
    {
        JsonElement request = JsonRead.Object(call.Exchange.Body);
        string modelId = Required(request, "modelId").Text() ?? throw ServiceFault.MissingMember("modelId");
        Required(request, "modelInput");
        string uri = Required(request, "outputDataConfig", "s3OutputDataConfig", "s3Uri").Text() ?? "";
        if (!S3Uri().IsMatch(uri))
        {
            throw ServiceFault.Pattern(uri, "outputDataConfig.s3OutputDataConfig.s3Uri");
        }

        AsyncInvoke job = jobs.Start(request, ModelArn(modelId), call.Reply?.Message);
        return SendAsync(call, new JsonObject { ["invocationArn"] = job.Arn });
    }

    public ValueTask GetAsync(LocalCall call)
    {
        AsyncInvoke job = jobs.Read(call.Route.ModelId!)
            ?? throw ServiceFault.Validation("The provided invocation ARN is invalid.");
        return SendAsync(call, job.ToJson());
    }

    public ValueTask ListAsync(LocalCall call)
    {
        string query = call.Exchange.Head.Query;
        IEnumerable<AsyncInvoke> found = jobs.Snapshot();
        found = Word(query, "sortOrder", "Ascending", "Descending") == "Ascending" ? found : found.Reverse();
        if (Word(query, "statusEquals", AsyncInvoke.States) is string status)
        {
            found = found.Where(job => job.Status == status);
        }

        if (QueryParameters.Find(query, "submitTimeAfter") is string after)
        {
            found = found.Where(job => job.Submitted > Times.Parse(after, "submitTimeAfter"));
        }

        if (QueryParameters.Find(query, "submitTimeBefore") is string before)
        {
            found = found.Where(job => job.Submitted < Times.Parse(before, "submitTimeBefore"));
        }

        JsonObject[] items = [.. found.Select(job => job.ToJson())];
        return SendAsync(call, Paging.Page(query, items, "asyncInvokeSummaries", PageLength));
    }

    private string ModelArn(string id)
    {
        LocalModel? model = models.Resolve(id);
        return model is null ? id
            : model.Has("outputModalities", "VIDEO") ? model.Arn
            : throw ServiceFault.Validation("The provided model doesn't support asynchronous invocation.");
    }

    private static JsonElement Required(JsonElement request, params string[] path) =>
        request.At(path) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value
            ? value
            : throw ServiceFault.MissingMember(string.Join('.', path));

    private static string? Word(string query, string name, params string[] known)
    {
        string? word = QueryParameters.Find(query, name);
        return word is null || known.Contains(word) ? word : throw ServiceFault.NoneOf(word, name, known);
    }

    private static ValueTask SendAsync(LocalCall call, JsonObject answer) =>
        call.Response.SendAsync(new HttpResponse { Body = JsonText.Bytes(answer) });

    [GeneratedRegex("^s3://[a-z0-9][.a-z0-9-]{1,61}[a-z0-9](/.*)?$")]
    private static partial Regex S3Uri();
}
