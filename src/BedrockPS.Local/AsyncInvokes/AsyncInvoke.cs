using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Resources;

namespace BedrockPS.Local.AsyncInvokes;

/// <summary>A job that StartAsyncInvoke began.</summary>
/// <param name="Id">The last part of its ARN.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="ModelArn">The model that is to do it.</param>
/// <param name="Submitted">When it was asked for.</param>
internal sealed record AsyncInvoke(string Id, JsonElement Request, string ModelArn, DateTimeOffset Submitted)
{
    public const string InProgress = "InProgress";
    public const string Completed = "Completed";
    public const string Failed = "Failed";

    public static readonly string[] States = [InProgress, Completed, Failed];

    public string Arn => $"arn:aws:bedrock:us-east-1:000000000000:async-invoke/{Id}";

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How often its state was asked for.</summary>
    public int Reads { get; init; }

    /// <summary>Why it is to fail; null where it is to succeed.</summary>
    public string? FailureMessage { get; init; }

    public string Status => Ended is null ? InProgress : FailureMessage is null ? Completed : Failed;

    public JsonObject ToJson()
    {
        JsonObject job = new()
        {
            ["invocationArn"] = Arn,
            ["modelArn"] = ModelArn,
            ["status"] = Status,
            ["submitTime"] = Times.Stamp(Submitted),
            ["lastModifiedTime"] = Times.Stamp(Ended ?? Submitted),
            ["outputDataConfig"] = JsonNode.Parse(Request.GetProperty("outputDataConfig").GetRawText()),
        };
        if (Request.TryGetProperty("clientRequestToken", out JsonElement token))
        {
            job["clientRequestToken"] = token.GetString();
        }

        if (Ended is { } ended)
        {
            job["endTime"] = Times.Stamp(ended);
        }

        if (Status == Failed)
        {
            job["failureMessage"] = FailureMessage;
        }

        return job;
    }
}
