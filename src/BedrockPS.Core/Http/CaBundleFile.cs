using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BedrockPS.Access;

namespace BedrockPS.Http;

/// <summary>A file of certificates in one of its versions.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Written">When it was last written.</param>
/// <param name="Length">How long it is.</param>
internal sealed record CaBundleFile(string Path, DateTime Written, long Length)
{
    /// <summary>The file as it is now.</summary>
    public static CaBundleFile Locate(Sourced<string> bundle)
    {
        FileInfo file = new(bundle.Value);
        return file.Exists
            ? new CaBundleFile(file.FullName, file.LastWriteTimeUtc, file.Length)
            : throw Unusable(bundle.Source, file.FullName, "is not there, or is not a file", null);
    }

    /// <summary>Its certificates.</summary>
    /// <param name="source">Who named the file, in the user's words.</param>
    public X509Certificate2Collection Read(string source)
    {
        X509Certificate2Collection certificates = [];
        try
        {
            certificates.ImportFromPem(File.ReadAllText(Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(source, Path, $"cannot be read ({e.Message})", e);
        }

        return certificates.Count > 0
            ? certificates
            : throw Unusable(source, Path, "holds no certificate in PEM form ('-----BEGIN CERTIFICATE-----')", null);
    }

    private static BedrockException Unusable(string source, string path, string problem, Exception? cause) => new(
        ClientErrorCode.InvalidRequest,
        $"The CA bundle '{path}', which {source} names, {problem}. Correct the path, or remove the setting to trust "
        + "the system's certificates only.",
        cause);
}
