using System.Globalization;
using System.Xml.Linq;

namespace BedrockPS.TestServers;

/// <summary>The answers of STS.</summary>
internal static class StsXml
{
    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static LoopbackReply Credentials(string action, StsKeys keys) => Reply(200, new XElement(
        Sts + $"{action}Response",
        new XElement(
            Sts + $"{action}Result",
            new XElement(Sts + "AssumedRoleUser", new XElement(Sts + "Arn", keys.Arn)),
            new XElement(
                Sts + "Credentials",
                new XElement(Sts + "AccessKeyId", keys.AccessKey),
                new XElement(Sts + "SecretAccessKey", keys.SecretKey),
                new XElement(Sts + "SessionToken", keys.Token),
                new XElement(Sts + "Expiration", keys.Expires.ToString("O", CultureInfo.InvariantCulture)))),
        Metadata()));

    public static LoopbackReply Identity(StsKeys keys) => Reply(200, new XElement(
        Sts + "GetCallerIdentityResponse",
        new XElement(
            Sts + "GetCallerIdentityResult",
            new XElement(Sts + "Arn", keys.Arn),
            new XElement(Sts + "UserId", "AIDA" + keys.AccessKey),
            new XElement(Sts + "Account", keys.Arn.Split(':')[4])),
        Metadata()));

    public static LoopbackReply Error(string code, string message, int status) => Reply(status, new XElement(
        Sts + "ErrorResponse",
        new XElement(
            Sts + "Error",
            new XElement(Sts + "Type", "Sender"),
            new XElement(Sts + "Code", code),
            new XElement(Sts + "Message", message)),
        new XElement(Sts + "RequestId", "sts-request-1")));

    private static XElement Metadata() =>
        new(Sts + "ResponseMetadata", new XElement(Sts + "RequestId", "sts-request-1"));

    private static LoopbackReply Reply(int status, XElement answer) => new(answer.ToString(), status, "text/xml");
}
