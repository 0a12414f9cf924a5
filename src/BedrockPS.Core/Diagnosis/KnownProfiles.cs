using BedrockPS.Catalog;
using BedrockPS.Http;

namespace BedrockPS.Diagnosis;

/// <summary>The inference profiles of a region, read once for the checks of several models.</summary>
public sealed class KnownProfiles
{
    private IReadOnlyList<InferenceProfile>? _all;

    /// <summary>The profiles; null before they have been read.</summary>
    public IReadOnlyList<InferenceProfile>? All => _all;

    /// <summary>The ids; none before they have been read.</summary>
    public IEnumerable<string> Ids => (_all ?? []).Select(profile => profile.InferenceProfileId);

    /// <summary>The profiles of both kinds; the service is asked the first time only.</summary>
    /// <exception cref="BedrockException">The service refused or failed; the next time asks it again.</exception>
    public async Task<IReadOnlyList<InferenceProfile>> ReadAsync(BedrockConnection connection, CancellationToken token)
    {
        if (_all is null)
        {
            List<InferenceProfile> all = [];
            foreach (string type in new[] { InferenceProfileType.SystemDefined, InferenceProfileType.Application })
            {
                all.AddRange(await connection.ListInferenceProfilesAsync(type, token).ReadAllAsync()
                    .ConfigureAwait(false));
            }

            _all = all;
        }

        return _all;
    }
}
