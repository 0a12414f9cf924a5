using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>The one thing that many codes and messages mean.</summary>
public class ErrorFamiliesTests
{
    [Theory]
    [InlineData("ExpiredTokenException", "m", 403, true)]
    [InlineData("ExpiredToken", "m", 400, true)]
    [InlineData("AccessDeniedException", "The security token included in the request is expired", 403, true)]
    [InlineData("UnrecognizedClientException", "The security token included in the request is invalid.", 403, false)]
    [InlineData("AccessDeniedException", "Your account is not authorized to invoke this API operation.", 403, false)]
    [InlineData("AccessDeniedException", "Bearer Token has expired", 403, true)]
    [InlineData("ValidationException", "The token 'x' has expired", 400, false)]
    public void ExpiredCredentialsAreKnownByCodeOrMessage(string code, string message, int status, bool isExpired)
    {
        BedrockException failure = new(code, message) { StatusCode = status };

        Assert.Equal(isExpired, ErrorFamilies.IsExpired(failure));
        Assert.Equal(isExpired || code == "UnrecognizedClientException", ErrorFamilies.IsAuthentication(failure));
    }

    [Theory]
    [InlineData("ThrottlingException", true, true)]
    [InlineData("TooManyRequestsException", true, true)]
    [InlineData("ModelNotReadyException", false, true)]
    [InlineData("ServiceQuotaExceededException", false, false)]
    public void WhatIsThrottlingIsTriedAgainAndWhatIsNotMayBe(string code, bool isThrottling, bool isRetryable)
    {
        BedrockException failure = new(code, "m");

        Assert.Equal(isThrottling, ErrorFamilies.IsThrottling(failure));
        Assert.Equal(isRetryable, RetryPolicy.IsRetryable(failure));
    }
}
