using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace BedrockPS.Local.Http;

/// <summary>Serves the requests of an HTTP/2 connection, which may all be under way at once.</summary>
/// <remarks>
/// The SDK for JavaScript speaks nothing else to the runtime unless it is told to, without TLS as with it.
/// </remarks>
internal sealed class Http2Connection(
    Socket socket, ConnectionReader reader, int id, TimeProvider time, Func<HttpExchange, Task> handler) : IDisposable
{
    private const int MostStreams = 1000;
    private const int ReceiveWindow = 16 * 1024 * 1024;
    private const int UsualWindow = 65_535;
    private const int InternalError = 2;
    private const ushort MaxConcurrentStreams = 3;
    private const ushort InitialWindowSize = 4;

    private readonly Http2Output _output = new(socket);
    private readonly Http2Windows _windows = new();
    private readonly HpackDecoder _headers = new();
    private readonly ConcurrentDictionary<int, Http2Request> _requests = new();
    private readonly ConcurrentDictionary<int, Task> _answers = new();
    private CancellationToken _clientGone;
    private int _last;

    /// <summary>What tells an HTTP/2 client from one of HTTP/1.1.</summary>
    public static ReadOnlySpan<byte> Greeting => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    public void Dispose() => _output.Dispose();

    /// <summary>Serves until the client has had enough.</summary>
    public async Task RunAsync(CancellationToken clientGone)
    {
        _clientGone = clientGone;
        reader.Consume(Greeting.Length);
        try
        {
            await GreetAsync().ConfigureAwait(false);
            while (await ReadAsync().ConfigureAwait(false) is Http2Frame frame)
            {
                await TakeAsync(frame).ConfigureAwait(false);
            }
        }
        catch (Http2Exception e)
        {
            await _output.SendNumbersAsync(Http2Frame.GoAway, 0, _last, e.Code).ConfigureAwait(false);
        }
        finally
        {
            Array.ForEach([.. _requests.Values], request => request.Cancel());
            await Task.WhenAll(_answers.Values).ConfigureAwait(false);
        }
    }

    private async ValueTask GreetAsync()
    {
        byte[] settings =
        [
            .. Setting(MaxConcurrentStreams, MostStreams), .. Setting(InitialWindowSize, ReceiveWindow),
        ];
        await _output.SendAsync(new Http2Frame(Http2Frame.Settings, 0, 0, settings)).ConfigureAwait(false);
        await _output.SendNumbersAsync(Http2Frame.WindowUpdate, 0, ReceiveWindow - UsualWindow).ConfigureAwait(false);
    }

    private static byte[] Setting(ushort name, int value) =>
        [0, (byte)name, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private async ValueTask<Http2Frame?> ReadAsync()
    {
        Http2Frame? frame;
        while ((frame = Http2Frame.TryRead(reader.Buffered)) is null)
        {
            if (!await reader.FillAsync().ConfigureAwait(false))
            {
                return null;
            }
        }

        reader.Consume(Http2Frame.HeadLength + frame.Value.Payload.Length);
        return frame;
    }

    private ValueTask TakeAsync(Http2Frame frame)
    {
        switch (frame.Type)
        {
            case Http2Frame.Headers:
                return TakeHeadersAsync(frame);
            case Http2Frame.Data:
                return TakeDataAsync(frame);
            case Http2Frame.Settings when !frame.Has(Http2Frame.Ack):
                return TakeSettingsAsync(frame.Payload);
            case Http2Frame.Ping when !frame.Has(Http2Frame.Ack):
                return _output.SendAsync(frame with { Flags = Http2Frame.Ack });
            case Http2Frame.WindowUpdate:
                _windows.Grow(frame.StreamId, frame.Number());
                break;
            case Http2Frame.ResetStream:
                Cancel(frame.StreamId);
                break;
            case Http2Frame.Continuation:
                throw Http2Exception.Protocol("A continuation continues nothing.");
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask TakeHeadersAsync(Http2Frame frame)
    {
        List<byte> block = [.. frame.Content().Span];
        bool isEnd = frame.Has(Http2Frame.EndStream);
        for (Http2Frame next = frame; !next.Has(Http2Frame.EndHeaders);)
        {
            next = await ReadAsync().ConfigureAwait(false) ?? throw new ClientGoneException();
            if (next.Type != Http2Frame.Continuation || next.StreamId != frame.StreamId
                || block.Count > HttpLimits.MaxHeadLength || IsIdle(next))
            {
                throw Http2Exception.Protocol("A header block is interrupted, or has no end.");
            }

            block.AddRange(next.Payload.Span);
        }

        List<KeyValuePair<string, string>> headers = _headers.Decode(block.ToArray());

        // What comes after a body has nothing to say here but that the body has ended.
        if (!_requests.ContainsKey(frame.StreamId))
        {
            Open(frame.StreamId, Http2Request.ReadHead(headers));
        }

        if (isEnd)
        {
            Answer(frame.StreamId);
        }
    }

    // Nothing, and no end: of such frames a flood could be made that no limit of length stops.
    private static bool IsIdle(Http2Frame frame) => frame.Payload.IsEmpty && !frame.Has(Http2Frame.EndHeaders);

    private async ValueTask TakeDataAsync(Http2Frame frame)
    {
        if (frame.Payload.Length > 0)
        {
            await _output.SendNumbersAsync(Http2Frame.WindowUpdate, 0, frame.Payload.Length).ConfigureAwait(false);
        }

        if (!_requests.TryGetValue(frame.StreamId, out Http2Request? request))
        {
            return;
        }

        request.Add(frame.Content().Span);
        if (frame.Has(Http2Frame.EndStream))
        {
            Answer(frame.StreamId);
        }
        else if (frame.Payload.Length > 0)
        {
            await _output.SendNumbersAsync(Http2Frame.WindowUpdate, frame.StreamId, frame.Payload.Length)
                .ConfigureAwait(false);
        }
    }

    private ValueTask TakeSettingsAsync(ReadOnlyMemory<byte> payload)
    {
        const int length = sizeof(ushort) + sizeof(uint);
        if (payload.Length % length != 0)
        {
            throw Http2Exception.FrameSize("A setting is not whole.");
        }

        for (ReadOnlySpan<byte> rest = payload.Span; !rest.IsEmpty; rest = rest[length..])
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(rest) == InitialWindowSize)
            {
                _windows.SetInitial(BinaryPrimitives.ReadUInt32BigEndian(rest[sizeof(ushort)..]));
            }
        }

        return _output.SendAsync(new Http2Frame(Http2Frame.Settings, Http2Frame.Ack, 0, default));
    }

    private void Open(int streamId, RequestHead head)
    {
        if (streamId % 2 == 0 || streamId <= _last || _requests.Count >= MostStreams)
        {
            throw Http2Exception.Protocol($"Stream {streamId} cannot be opened.");
        }

        _last = streamId;
        _windows.Open(streamId);
        _requests[streamId] = new Http2Request(head, _clientGone);
    }

    private void Cancel(int streamId)
    {
        if (_requests.TryGetValue(streamId, out Http2Request? request))
        {
            request.Cancel();
            if (!request.HasEnded)
            {
                Close(streamId, request);
            }
        }
    }

    private void Close(int streamId, Http2Request request)
    {
        _windows.Close(streamId);
        _requests.TryRemove(streamId, out _);
        request.Dispose();
    }

    private void Answer(int streamId)
    {
        Http2Request request = _requests[streamId];
        request.End();
        foreach (int done in _answers.Where(answer => answer.Value.IsCompleted).Select(answer => answer.Key))
        {
            _answers.TryRemove(done, out _);
        }

        _answers[streamId] = Task.Run(() => AnswerAsync(streamId, request));
    }

    private async Task AnswerAsync(int streamId, Http2Request request)
    {
        try
        {
            Http2ResponseWriter response = new(streamId, _output, _windows, time, request.Gone)
            {
                OmitBody = request.Head.Method == "HEAD",
            };
            await handler(new HttpExchange(request.Head, request.TakeBody(), id, response, request.Gone))
                .ConfigureAwait(false);
        }
        catch (ConnectionCutException e) when (e.EndsConnection)
        {
            End();
        }
        catch (ConnectionCutException)
        {
            await ResetAsync(streamId).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ClientGoneException or OperationCanceledException)
        {
            // Nobody is left to be told.
        }
        finally
        {
            Close(streamId, request);
        }
    }

    // What waits for the client's next frame learns of it too, and ends everything else.
    private void End()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was quicker.
        }
    }

    // One stream is broken off, not the others on its connection.
    private async ValueTask ResetAsync(int streamId)
    {
        try
        {
            await _output.SendNumbersAsync(Http2Frame.ResetStream, streamId, InternalError).ConfigureAwait(false);
        }
        catch (ClientGoneException)
        {
            // It was quicker.
        }
    }
}
