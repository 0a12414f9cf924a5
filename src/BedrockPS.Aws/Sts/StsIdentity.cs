using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Sts;

/// <summary>Asks STS whom it takes the caller for.</summary>
internal static class StsIdentity
{
    public static async Task<CallerIdentity> AskAsync(CredentialContext context, string region, CancellationToken token)
    {
        FoundCredentials found = await Task.Run(() => CredentialsFinder.Find(context), CancellationToken.None)
            .WaitAsync(token)
            .ConfigureAwait(false);
        AwsKeys keys = await context.Keys.GetAsync(found, token).ConfigureAwait(false);
        CredentialProfile? profile = ConfigurationReader.FindProfile(context.Settings);
        try
        {
            return await StsClient.Open(context, profile, region)
                .GetCallerIdentityAsync(keys, token)
                .ConfigureAwait(false);
        }
        catch (StsException e)
        {
            context.Keys.Drop(found, keys, e);
            throw AwsError.NotIdentified(found.Origin, e);
        }
    }
}
