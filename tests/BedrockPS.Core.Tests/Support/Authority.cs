using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BedrockPS.Tests;

/// <summary>A certificate authority as a company has it: nobody's system knows it.</summary>
internal sealed class Authority : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public Authority()
    {
        CertificateRequest request = new("CN=Corporate Test CA", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _certificate = request.CreateSelfSigned(Now.AddYears(-2), Now.AddYears(2));
    }

    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>A server's certificate for 127.0.0.1 or for the host of a name.</summary>
    public X509Certificate2 Issue(string? host = null, int validForDays = 30)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=server", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        if (host is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));
        using X509Certificate2 issued = request.Create(
            _certificate,
            Now.AddYears(-1),
            Now.AddDays(validForDays),
            RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 whole = issued.CopyWithPrivateKey(key);

        // Windows serves TLS with keys that it has stored only.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
