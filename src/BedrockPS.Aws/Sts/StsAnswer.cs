using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Http;

namespace BedrockPS.Aws.Sts;

/// <summary>Reads what STS answers: XML, of which only the local names matter.</summary>
internal static class StsAnswer
{
    // Of errors that are over in a moment, beside the statuses that say so.
    private static readonly string[] PassingCodes =
        ["Throttling", "ThrottlingException", "RequestLimitExceeded", "IDPCommunicationError"];

    /// <summary>The root of a document.</summary>
    /// <exception cref="StsException">It is none.</exception>
    public static XElement Parse(byte[] body)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(body), settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new StsException(null, "the answer is not one of STS");
        }
    }

    public static TimedKeys ReadKeys(XElement answer)
    {
        XElement keys = Require(answer, "Credentials");
        string expires = Require(keys, "Expiration").Value;
        return DateTimeOffset.TryParse(
            expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset end)
            ? new TimedKeys(
                new AwsKeys(Word(keys, "AccessKeyId"), Word(keys, "SecretAccessKey"), Word(keys, "SessionToken")), end)
            : throw new StsException(null, $"the answer's Expiration is '{expires}'");
    }

    public static CallerIdentity ReadIdentity(XElement answer) =>
        new(Word(answer, "Account"), Word(answer, "Arn"), Word(answer, "UserId"));

    /// <summary>What a failure says; a proxy's page says no more than its status.</summary>
    public static StsException ReadFailure(HttpResponseMessage response, byte[] body)
    {
        HttpStatusCode status = response.StatusCode;
        XElement? answer = TryParse(body);
        string? code = Find(answer, "Code")?.Value;
        return new StsException(code, Find(answer, "Message")?.Value ?? $"the answer is HTTP {(int)status} {status}")
        {
            RequestId = Find(answer, "RequestId")?.Value,
            ServerTime = ClockSkew.ServerTime(response),
            IsPassing = (int)status is 429 or >= 500 || PassingCodes.Contains(code),
        };
    }

    private static XElement? TryParse(byte[] body)
    {
        try
        {
            return Parse(body);
        }
        catch (StsException)
        {
            return null;
        }
    }

    private static string Word(XElement parent, string name) =>
        Text.OrNull(Require(parent, name).Value) ?? throw new StsException(null, $"the answer has an empty {name}");

    private static XElement Require(XElement parent, string name) =>
        Find(parent, name) ?? throw new StsException(null, $"the answer has no {name}");

    private static XElement? Find(XElement? parent, string name) =>
        parent?.Descendants().FirstOrDefault(element => element.Name.LocalName == name);
}
