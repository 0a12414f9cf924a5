using System.Security.Cryptography;
using System.Text;

namespace BedrockPS.Recording;

/// <summary>What two requests must have in common to be the same call.</summary>
internal static class RequestKey
{
    public static string Of(RecordedRequest request, IReadOnlyList<MemberRule> ignored)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Method, RequestPath.Normalize(request.Path));
        foreach ((string path, string value) in FlatJson.Of(request.Body, ignored).Values)
        {
            Add(hash, path, value);
        }

        return Convert.ToHexString(hash.GetCurrentHash());
    }

    private static void Add(IncrementalHash hash, string name, string value) =>
        hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{value}\0"));
}
