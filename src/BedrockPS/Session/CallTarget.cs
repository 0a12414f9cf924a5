namespace BedrockPS.Session;

/// <summary>Where a call would go.</summary>
/// <param name="Endpoint">The root of the service.</param>
/// <param name="Region">The region to sign for; null where the endpoint was named and no region.</param>
/// <param name="IsNamed">Whether the endpoint was named, instead of following from the region.</param>
/// <param name="Source">What said so, in the user's words.</param>
internal sealed record CallTarget(Uri Endpoint, string? Region, bool IsNamed, string Source);
