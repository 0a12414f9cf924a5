using System.Text.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.AsyncInvokes;

/// <summary>The jobs of an endpoint, which go on as they are looked at: nobody waits for a clock.</summary>
internal sealed class AsyncInvokeStore(TimeProvider time)
{
    // The first look finds a job at work, so that a client has to look twice.
    private const int ReadsUntilEnd = 2;

    private readonly object _gate = new();
    private readonly List<AsyncInvoke> _jobs = [];

    /// <summary>The new job; the old one where the same request came with the same token.</summary>
    public AsyncInvoke Start(JsonElement request, string modelArn, string? failureMessage)
    {
        lock (_gate)
        {
            if (request.At("clientRequestToken").Text() is string token
                && _jobs.Find(job => job.Request.At("clientRequestToken").Text() == token) is AsyncInvoke earlier)
            {
                return IsSame(earlier.Request, request) ? earlier : throw new ServiceFault(
                    "ConflictException",
                    "The clientRequestToken was used before, with another request. Use a token of its own for each.");
            }

            AsyncInvoke job = new($"local{_jobs.Count + 1:d7}", request.Clone(), modelArn, time.GetUtcNow())
            {
                FailureMessage = failureMessage,
            };
            _jobs.Add(job);
            return job;
        }
    }

    /// <summary>The job of that ARN, a step further than at the look before; null where there is none.</summary>
    public AsyncInvoke? Read(string arn)
    {
        lock (_gate)
        {
            int index = _jobs.FindIndex(job => job.Arn == arn);
            if (index < 0)
            {
                return null;
            }

            AsyncInvoke job = _jobs[index] with { Reads = _jobs[index].Reads + 1 };
            if (job.Ended is null && job.Reads >= ReadsUntilEnd)
            {
                job = job with { Ended = time.GetUtcNow() };
            }

            return _jobs[index] = job;
        }
    }

    /// <summary>All jobs, oldest first.</summary>
    public AsyncInvoke[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _jobs];
        }
    }

    private static bool IsSame(JsonElement one, JsonElement other) => one.GetRawText() == other.GetRawText();
}
