using BedrockPS.Access;
using BedrockPS.Aws.Credentials;

namespace BedrockPS.Aws.Sts;

/// <summary>Asks STS whom it takes the caller for.</summary>
internal static class StsIdentity
{
    public static async Task<CallerIdentity> AskAsync(CredentialContext context, CancellationToken token)
    {
        FoundCredentials found = await Task.Run(() => CredentialsFinder.Find(context), CancellationToken.None)
            .WaitAsync(token)
            .ConfigureAwait(false);
        AwsKeys keys = await context.Keys.GetAsync(found, token).ConfigureAwait(false);
        try
        {
            return await StsClient.Create(context, profile: null, sourceRegion: null)
                .GetCallerIdentityAsync(keys, token)
                .ConfigureAwait(false);
        }
        catch (StsException e)
        {
            throw AwsError.NotIdentified(found.Origin, e);
        }
    }
}
