using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BedrockPS.Http;

/// <summary>Trusts the certificates of a bundle beside the system's.</summary>
/// <param name="roots">The certificates of the bundle.</param>
internal sealed class ExtraTrust(X509Certificate2Collection roots)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Whether a server is who it says it is; only its issuer is a matter of the bundle.</summary>
    /// <exception cref="AuthenticationException">
    /// It is not. A mere 'no' would leave .NET with nothing to say but that somebody said no.
    /// </exception>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors switch
        {
            SslPolicyErrors.None => true,
            SslPolicyErrors.RemoteCertificateChainErrors when certificate is X509Certificate2 server =>
                IsIssuedHere(server, chain),
            _ => throw Refused($"{errors}"),
        };

    private bool IsIssuedHere(X509Certificate2 server, X509Chain? sent)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);

        // As the handler does for the system's: a runbook behind a proxy may reach no list of revocations.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }

        return chain.Build(server)
            ? true
            : throw Refused(string.Join(", ", chain.ChainStatus.Select(problem => problem.Status)));
    }

    private static AuthenticationException Refused(string problems) => new(
        $"The remote certificate is trusted neither by the system nor by the CA bundle ({problems}).");
}
