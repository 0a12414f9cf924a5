using System.Globalization;
using System.Text.Json;
using BedrockPS.Local.Http;

namespace BedrockPS.Local.Operations;

/// <summary>Makes the error answers, in the service's shape.</summary>
internal static class FaultResponse
{
    private const string ServiceNamespace = "http://internal.amazon.com/coral/com.amazon.bedrock/";

    // Errors that are found before the service is reached come from its front.
    private const string FrontNamespace = "http://internal.amazon.com/coral/com.amazon.coral.service/";

    public static HttpResponse Of(ServiceFault fault) => Of(fault.Status, fault.Code, fault.Message);

    public static HttpResponse Of(int status, string code, string message) =>
        new HttpResponse { Status = status, Body = Body(message) }
            .With("x-amzn-ErrorType", $"{code}:{(IsFrontError(code) ? FrontNamespace : ServiceNamespace)}");

    public static HttpResponse Of(LocalReply reply)
    {
        string code = reply.ErrorCode ?? reply.StreamErrorCode ?? DefaultCode(reply.StatusCode);
        code = char.ToUpperInvariant(code[0]) + code[1..];
        int status = reply.StatusCode ?? FaultStatus.Of(code);
        HttpResponse response = Of(status, code, reply.Message ?? DefaultMessage(code));
        return reply.RetryAfterSeconds is double seconds
            ? response.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))
            : response;
    }

    public static byte[] Body(string message) => JsonSerializer.SerializeToUtf8Bytes(new { message });

    public static string DefaultMessage(string code) => code.ToUpperInvariant() switch
    {
        "THROTTLINGEXCEPTION" => "Too many requests, please wait before trying again.",
        "ACCESSDENIEDEXCEPTION" => "You don't have access to the model with the specified model ID.",
        "INTERNALSERVEREXCEPTION" =>
            "The system encountered an unexpected error during processing. Try your request again.",
        "SERVICEUNAVAILABLEEXCEPTION" => "Service capacity limit has been reached. Please try again later.",
        _ => $"The local endpoint was told to answer {code}.",
    };

    private static string DefaultCode(int? status) => status switch
    {
        403 => "AccessDeniedException",
        404 => "ResourceNotFoundException",
        408 => "ModelTimeoutException",
        424 => "ModelErrorException",
        429 => "ThrottlingException",
        503 => "ServiceUnavailableException",
        >= 500 => "InternalServerException",
        _ => "ValidationException",
    };

    private static bool IsFrontError(string code) =>
        code is "UnrecognizedClientException" or "InvalidSignatureException" or "IncompleteSignatureException";
}
