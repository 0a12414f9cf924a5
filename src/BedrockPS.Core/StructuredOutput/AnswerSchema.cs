using System.Collections;
using System.Collections.Specialized;
using System.Text;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.StructuredOutput;

/// <summary>What an answer is to be: a JSON Schema, in the forms in which it is sent and judged.</summary>
public sealed class AnswerSchema
{
    // The service wants an object at the root, so anything else travels as the one member of an object.
    private const string ListMember = "items";
    private const string ValueMember = "value";

    private readonly ISchemaValidator _validator;
    private readonly string? _member;

    private AnswerSchema(OrderedDictionary value, bool isMany, ISchemaLibrary library)
    {
        IsMany = isMany;
        Value = isMany ? SchemaWrapper.ListOf(value) : value;
        _member = isMany ? ListMember : value["type"] is "object" ? null : ValueMember;
        Sent = _member is null ? Value : SchemaWrapper.ObjectWith(_member, Value);
        Native = NativeSchema.Of(Sent);
        _validator = library.Compile(Text(Value));
    }

    /// <summary>Whether the answer is a list of what was described.</summary>
    public bool IsMany { get; }

    /// <summary>The schema of the value that a caller gets; of the list, where there are many.</summary>
    public IDictionary Value { get; }

    /// <summary>The schema of what the model writes.</summary>
    internal IDictionary Sent { get; }

    /// <summary>
    /// The same, for models that are held to a schema while they write; null where it cannot be said.
    /// </summary>
    internal IDictionary? Native { get; }

    /// <summary>Takes a schema.</summary>
    /// <param name="schema">The schema as plain values.</param>
    /// <param name="isMany">Whether a list of what it describes is wanted.</param>
    /// <param name="library">What judges schemas and values.</param>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: it is no JSON Schema; the message says where.
    /// </exception>
    public static AnswerSchema Of(IDictionary schema, bool isMany, ISchemaLibrary library)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(library);
        OrderedDictionary own = SchemaCopy.Of(schema, static (_, _) => { });
        IReadOnlyList<string> problems = library.Check(Text(own));
        problems = problems.Count > 0 ? problems : SchemaReferences.FindBroken(own);
        return problems.Count == 0 ? new AnswerSchema(own, isMany, library) : throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"The schema is not a JSON Schema. {ProblemText.Join(problems)}");
    }

    /// <summary>The value in what the model wrote, which may have left the object around it out.</summary>
    internal object? Unwrap(object? written) =>
        _member is not null && written is IDictionary { Count: 1 } members && members.Contains(_member)
            ? members[_member]
            : written;

    /// <summary>Where a value breaks the schema; empty where it does not.</summary>
    internal IReadOnlyList<string> Validate(object? value) => _validator.Validate(Text(value));

    private static string Text(object? value) => Encoding.UTF8.GetString(BedrockJson.WriteDocument(value));
}
