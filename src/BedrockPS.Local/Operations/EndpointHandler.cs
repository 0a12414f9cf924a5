using BedrockPS.Local.Catalog;
using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Resources;
using BedrockPS.Local.Signing;
using BedrockPS.Recording;

namespace BedrockPS.Local.Operations;

/// <summary>Takes every request to its answer, and notes what became of it.</summary>
internal sealed class EndpointHandler
{
    private static readonly Route NoRoute = new("", null, "");

    private readonly TimeProvider _time;
    private readonly RequestLog _log;
    private readonly ReplyQueue _replies;
    private readonly SignatureChecker? _signatures;
    private readonly InferenceReader _reader;
    private readonly OperationTable _operations;
    private readonly RecordedOperation? _recording;

    public EndpointHandler(
        LocalEndpointOptions options, RequestLog log, ReplyQueue replies, ResourceStore resources)
    {
        (_time, _log, _replies) = (options.TimeProvider ?? TimeProvider.System, log, replies);
        LocalCatalog catalog = new();
        ModelResolver models = new(catalog);
        _signatures = options.CheckSignatures ? new SignatureChecker(_time) : null;
        _reader = new InferenceReader(models);
        _recording = options.Recording is null
            ? null
            : new RecordedOperation(ReplayTable.Read(options.Recording, options.IgnoreMembers));
        _operations = new OperationTable(
            catalog, models, resources, new StreamSender(options.PieceDelay, _time), _time);
    }

    public async Task HandleAsync(HttpExchange exchange)
    {
        Route? route = Router.Find(exchange.Head.Method, exchange.Head.Path);
        LocalRequest request = Note(exchange, route);
        exchange.Response.BodySent = request.CountBytes;
        try
        {
            await AnswerAsync(new LocalCall(exchange, request, route ?? NoRoute, _time)).ConfigureAwait(false);
            request.End("completed");
        }
        catch (Exception e) when (e is ClientGoneException or OperationCanceledException)
        {
            request.End("aborted");
            throw new ClientGoneException(e);
        }
        catch (ConnectionCutException)
        {
            request.End("faulted");
            throw;
        }
        catch (Exception)
        {
            // A script that failed halfway, such as pieces that throw.
            request.End("faulted");
            throw new ConnectionCutException();
        }
    }

    private static bool EndsConnection(Exception e) =>
        e is ClientGoneException or OperationCanceledException or ConnectionCutException;

    private LocalRequest Note(HttpExchange exchange, Route? route)
    {
        LocalRequest request = new(exchange.Body)
        {
            ReceivedAt = _time.GetUtcNow(),
            Method = exchange.Head.Method,
            Path = exchange.Head.Target,
            Operation = route?.Operation ?? "",
            ModelId = route?.ModelId,
            Headers = HeaderRedaction.Redact(exchange.Head.Headers),
            Signed = AuthorizationHeader.Announces(exchange.Head.Header("authorization")),
            ConnectionId = exchange.ConnectionId,
        };
        _log.Add(request);
        return request;
    }

    private async Task AnswerAsync(LocalCall call)
    {
        try
        {
            _signatures?.Check(call.Exchange.Head, call.Exchange.Body);
            call = Prepare(call);
            if (call.Reply is not null && await PlayAsync(call, call.Reply).ConfigureAwait(false))
            {
                return;
            }

            await RunAsync(call).ConfigureAwait(false);
        }
        catch (ServiceFault fault)
        {
            await call.Response.SendAsync(FaultResponse.Of(fault)).ConfigureAwait(false);
        }
        catch (Exception e) when (!call.Response.HasStarted && !EndsConnection(e))
        {
            await call.Response.SendAsync(FaultResponse.Of(500, "InternalServerException", e.Message))
                .ConfigureAwait(false);
        }
    }

    private ValueTask RunAsync(LocalCall call) =>
        _recording is not null && call.Reply is null ? _recording.RunAsync(call)
        : call.Fault is null ? _operations.RunAsync(call)
        : throw call.Fault;

    private LocalCall Prepare(LocalCall call)
    {
        ServiceFault? fault = RouteFault(call);
        Inference? inference = null;
        if (fault is null && call.Route.IsInference)
        {
            (inference, fault) = _reader.Read(call.Route, call.Exchange.Body);
        }

        call = call with { Inference = inference, Fault = fault };
        if (call.Route.IsInference && !call.Route.IsNative)
        {
            call.Request.Text = inference?.Prompt.UserText ?? "";
        }

        return call with { Reply = _replies.Take(call) };
    }

    private static ServiceFault? RouteFault(LocalCall call)
    {
        if (call.Route == NoRoute)
        {
            return new ServiceFault("UnknownOperationException", $"No operation lives at {call.Exchange.Head.Path}.");
        }

        return call.Exchange.Head.Method == call.Route.Method ? null : new ServiceFault(
            "UnknownOperationException", $"{call.Route.Operation} is a {call.Route.Method} request.", status: 405);
    }

    private async ValueTask<bool> PlayAsync(LocalCall call, LocalReply reply)
    {
        if (reply.Delay > TimeSpan.Zero)
        {
            await Task.Delay(reply.Delay, _time, call.ClientGone).ConfigureAwait(false);
        }

        if (reply.DropConnection)
        {
            throw new ConnectionCutException { EndsConnection = true };
        }

        call.Response.CutAfterBytes = reply.CutAfterBytes;
        return await ScriptedAnswer.TrySendAsync(call, reply).ConfigureAwait(false);
    }
}
