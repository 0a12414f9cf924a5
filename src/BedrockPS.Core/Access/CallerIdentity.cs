namespace BedrockPS.Access;

/// <summary>Whom AWS takes the caller for, as STS says (<c>GetCallerIdentity</c>).</summary>
/// <param name="AccountId">The account, twelve digits.</param>
/// <param name="Arn">The user or the assumed role.</param>
/// <param name="UserId">The unique id of the user or the role session.</param>
public sealed record CallerIdentity(string AccountId, string Arn, string UserId);
