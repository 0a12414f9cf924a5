namespace BedrockPS.Credentials;

/// <summary>What AWS's own tools call the parts of credentials.</summary>
internal static class KeyNames
{
    public static readonly string[] AccessKey = ["AccessKey", "AccessKeyId", "aws_access_key_id"];
    public static readonly string[] SecretKey = ["SecretKey", "SecretAccessKey", "aws_secret_access_key"];
    public static readonly string[] SessionToken = ["SessionToken", "Token", "aws_session_token"];
    public static readonly string[] Nested = ["Credentials"];
}
