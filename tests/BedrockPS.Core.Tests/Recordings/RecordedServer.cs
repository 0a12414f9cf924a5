using System.Text;

namespace BedrockPS.Tests;

/// <summary>Answers with a recorded exchange over a real socket.</summary>
internal static class RecordedServer
{
    public static RawServer Serve(Exchange exchange)
    {
        StringBuilder head = new($"{exchange.Status} Recorded");
        foreach (System.Text.Json.JsonProperty header in exchange.Line.GetProperty("headers").EnumerateObject())
        {
            head.Append("\r\n").Append(header.Name).Append(": ").Append(header.Value.GetString());
        }

        return new RawServer(head.ToString(), exchange.Body);
    }

    /// <summary>The result of the call, or the failure.</summary>
    public static async Task<object> OutcomeAsync<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (BedrockException e)
        {
            return e;
        }
    }
}
