using System.Collections;
using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Http;
using BedrockPS.Session;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that return objects of a type or a schema instead of an answer's text.</summary>
public abstract class TypedAnswerCommandBase : ConverseCommandBase
{
    private TypedExchange? _typed;
    private ResponseList? _responses;

    /// <summary>
    /// Returns an object of this type instead of the answer: a class with public properties, also of PowerShell, an
    /// enumeration, a list or a dictionary of them, or a plain value.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Type? OutputType { get; set; }

    /// <summary>
    /// Returns an object of this form instead of the answer: a JSON Schema as a hashtable, as JSON text or as the path
    /// of a .json file, or in short 'name, age int, tags string[], level low|high: how bad it is'.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? Schema { get; set; }

    /// <summary>Asks for a list of what -OutputType or -Schema describes, and returns its items one by one.</summary>
    [Parameter]
    public SwitchParameter Many { get; set; }

    /// <summary>
    /// The name of a variable that gets the answers themselves, with their text, usage and stop reason; +name adds them
    /// to what is there.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResponseVariable { get; set; }

    /// <summary>
    /// Writes the text to the host as it arrives, then returns the whole answer. With -OutputType or -Schema nothing is
    /// shown.
    /// </summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <summary>Returns the events of the stream as they arrive, instead of the answer.</summary>
    [Parameter]
    public SwitchParameter AsEvent { get; set; }

    /// <summary>Whether objects are asked for, and not text.</summary>
    private protected bool IsTyped => OutputType is not null || Schema is not null;

    private TypedExchange Typed => _typed ??= Require(CreateTyped);

    /// <summary>Reads the schema: it is the same for all input, so a mistake in it ends the command.</summary>
    protected override void Begin()
    {
        base.Begin();
        if (Contradiction() is { } contradiction)
        {
            throw new BedrockException(ClientErrorCode.InvalidRequest, contradiction);
        }

        _responses = ResponseVariable is null ? null : ResponseList.Open(SessionState.PSVariable, ResponseVariable);
        _ = IsTyped ? Typed : null;
    }

    // What cannot be meant together.
    private string? Contradiction() =>
        Many && !IsTyped ? "-Many needs -OutputType or -Schema, which says what each item is."
        : !IsTyped ? null
        : OutputType is not null && Schema is not null
            ? "-OutputType and -Schema both say what the answer is to be. Give one."
        : JsonSchema is not null ? "-JsonSchema asks for text, and -OutputType or -Schema for objects. Give one."
        : AsEvent ? "-AsEvent returns the events of a stream, and -OutputType or -Schema the object that they add up "
            + "to. Give one; -Stream goes with objects."
        : null;

    /// <summary>The request as it would be sent, the schema in it.</summary>
    private protected ConverseRequest WithSchema(ConverseRequest request) =>
        IsTyped ? Typed.Prepare(QuestionOf(request, [])) : request;

    /// <summary>Asks for the object.</summary>
    /// <param name="request">The request without the schema.</param>
    /// <param name="ask">Sends what an exchange asks and runs its tools.</param>
    /// <param name="answered">The runs of tools that the question tells of.</param>
    private protected TypedAnswer AskTyped(
        ConverseRequest request,
        Func<ConverseExchange, ConverseResponse> ask,
        IReadOnlyList<ToolCall>? answered = null)
    {
        try
        {
            return Typed.Ask(QuestionOf(request, answered ?? []), ask);
        }
        catch (BedrockException failure) when (failure.PartialResponse is ConverseResponse response)
        {
            Keep(response);
            throw;
        }
    }

    /// <summary>Writes the object, or the items of a list one by one.</summary>
    private protected void WriteTyped(TypedAnswer answer)
    {
        Keep(answer.Response);
        WriteObject(answer.Value, enumerateCollection: answer.Value is IList);
        WriteFacts(answer.Response);
    }

    /// <summary>Puts an answer into -ResponseVariable, where one is named.</summary>
    private protected void Keep(ConverseResponse response) => _responses?.Add(response);

    private TypedQuestion QuestionOf(ConverseRequest request, IReadOnlyList<ToolCall> answered) =>
        new(request, Target.Endpoint) { HasTools = Tools.Count > 0 || GivenTools is not null, Answered = answered };

    private TypedExchange CreateTyped()
    {
        AnswerTypes types = new(PowerShellFacts.Of);
        IDictionary schema = OutputType is null
            ? new SchemaConversion(SessionState.Path).Read(Schema!)
            : TypeSchema.Of(OutputType, types);
        AnswerSchema answer = AnswerSchema.Of(schema, Many, Session.Schemas);
        return new TypedExchange(answer, ConversionTo(answer, types), Session.Answers, WriteVerbose);
    }

    private Func<object?, object?> ConversionTo(AnswerSchema answer, AnswerTypes types)
    {
        if (OutputType is null)
        {
            return value => new ObjectConversion(answer.Value).ToObject(value);
        }

        Type type = Many ? OutputType.MakeArrayType() : OutputType;
        return value => new InstanceConversion(types).ToInstance(value, type);
    }
}
