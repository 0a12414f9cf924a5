using BedrockPS.Aws.Credentials;

namespace BedrockPS.Aws.SignIn;

/// <summary>A service that signs people in said no, or said nothing that can be used.</summary>
/// <remarks>It never leaves this assembly: what it means depends on who asked for what.</remarks>
internal sealed class ServiceFailure : Exception
{
    private readonly string[] _codes;

    /// <param name="message">What was said, in one line.</param>
    /// <param name="codes">The names of the failure: the exception's and OAuth's, as far as there are any.</param>
    public ServiceFailure(string message, params string?[] codes)
        : base(SafeMessage.OneLine(message)) => _codes = [.. codes.OfType<string>()];

    /// <summary>Whether the same call may succeed in a moment.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether it was a no, as the service gives it: the same again will be refused again.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The name and the words of the failure, for a message.</summary>
    public string Summary => string.Join(": ", _codes.Take(1).Append(Message)).TrimEnd('.');

    public static ServiceFailure Lacking(string member) => new($"the answer has no usable '{member}'");

    /// <summary>Whether it goes by one of the names.</summary>
    public bool Is(params string[] codes) => _codes.Intersect(codes, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>The failure as the caller gets to see it.</summary>
    public BedrockException ToException(string errorCode, string message) =>
        new(errorCode, message) { StatusCode = StatusCode, RequestId = RequestId };
}
