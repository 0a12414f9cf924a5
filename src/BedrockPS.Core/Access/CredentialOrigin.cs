namespace BedrockPS.Access;

/// <summary>Who would sign, found without asking anybody over the network.</summary>
/// <param name="Source">The place in the user's words, such as <c>profile 'ops' (role through 'base')</c>.</param>
/// <param name="MaskedAccessKey">The end of the access key id where it is known already; null where not.</param>
/// <param name="Expires">When the keys end, where that is known already.</param>
public sealed record CredentialOrigin(string Source, string? MaskedAccessKey = null, DateTimeOffset? Expires = null);
