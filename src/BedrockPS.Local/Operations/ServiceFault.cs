namespace BedrockPS.Local.Operations;

/// <summary>An error answer in the making: the service's code, its status and a message.</summary>
internal sealed class ServiceFault(string code, string message, int? status = null) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status ?? FaultStatus.Of(code);

    public static ServiceFault Validation(string message) => new("ValidationException", message);

    /// <summary>What the service says of a value that its description refuses.</summary>
    public static ServiceFault Constraint(string value, string member, string demand) => Validation(
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must "
        + demand);

    /// <summary>What the service says of a word that is none of those it knows.</summary>
    public static ServiceFault NoneOf(string value, string member, IEnumerable<string> words) =>
        Constraint(value, member, $"satisfy enum value set: [{string.Join(", ", words)}]");

    /// <summary>What the service says of an id that cannot be one.</summary>
    public static ServiceFault Pattern(string value, string member) =>
        Constraint(value, member, "satisfy regular expression pattern");

    /// <summary>What the service says of a member that must be there.</summary>
    public static ServiceFault MissingMember(string member) => Validation(
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static ServiceFault NotFound(string message) => new("ResourceNotFoundException", message);

    /// <summary>What native families say of a body that their schema refuses.</summary>
    public static ServiceFault MalformedInput(string detail) =>
        Validation($"Malformed input request: {detail}, please reformat your input and try again.");

    public static ServiceFault MissingKey(string key, string where = "#") =>
        MalformedInput($"{where}: required key [{key}] not found");
}
