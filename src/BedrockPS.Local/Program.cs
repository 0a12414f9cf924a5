using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace BedrockPS.Local;

/// <summary>Runs the endpoint on its own, for clients in other processes.</summary>
internal static class Program
{
    private const int UsageError = 2;

    public static async Task<int> Main(string[] args)
    {
        CommandLine commandLine;
        try
        {
            commandLine = CommandLine.Parse(args);
        }
        catch (ArgumentException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} --help shows what there is.").ConfigureAwait(false);
            return UsageError;
        }

        if (commandLine.WantsHelp)
        {
            await Console.Out.WriteLineAsync(CommandLine.Help).ConfigureAwait(false);
            return 0;
        }

        try
        {
            return await RunAsync(commandLine.Options).ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            await Console.Error.WriteLineAsync($"Port {commandLine.Options.Port}: {e.Message}").ConfigureAwait(false);
            return 1;
        }
        catch (BedrockException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task<int> RunAsync(LocalEndpointOptions options)
    {
        TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using LocalEndpoint endpoint = LocalEndpoint.Start(options);
        await Console.Out.WriteLineAsync($"{endpoint.Uri}").ConfigureAwait(false);
        await Console.Out.WriteLineAsync(
            $"Point an SDK at it: AWS_ENDPOINT_URL={endpoint.Uri} AWS_ACCESS_KEY_ID={LocalCredentials.AccessKey} "
            + $"AWS_SECRET_ACCESS_KEY={LocalCredentials.SecretKey}").ConfigureAwait(false);
        await stop.Task.ConfigureAwait(false);
        return 0;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.TrySetResult();
        }
    }
}
