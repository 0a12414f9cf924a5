using BedrockPS.Catalog;
using BedrockPS.Diagnosis;

namespace BedrockPS.Tests.Routing;

public class ProfileChoiceTests
{
    private const string Model = "maker.model-v1:0";

    // As regions list them; the geographies "mars" and "sa" are on no list of this module.
    private static readonly InferenceProfile[] Tokyo =
    [
        Profile("global", "ap-northeast-1", ""),
        Profile("apac", "ap-northeast-1", "ap-northeast-1", "ap-southeast-2", "ap-south-1"),
        Profile("jp", "ap-northeast-1", "ap-northeast-1", "ap-northeast-3"),
    ];

    [Theory]
    [InlineData("", "jp")]
    [InlineData("apac", "apac")]
    [InlineData("apac,jp", "apac")]
    [InlineData("JP", "jp")]
    [InlineData("global", "jp")]
    [InlineData("global,apac", "apac")]
    [InlineData("eu", null)]
    public void TheNarrowestOfTheRegionIsTakenOfWhatIsAllowed(string allowed, string? expected) =>
        Assert.Equal(expected, Choose(Tokyo, "ap-northeast-1", allowed)?.Geography);

    [Theory]
    [InlineData("us-gov-west-1", "us-gov", "us-gov-west-1", "us-gov-east-1")]
    [InlineData("ap-southeast-2", "au", "ap-southeast-2", "ap-southeast-4")]
    [InlineData("ca-central-1", "ca", "ca-central-1", "ca-west-1")]
    [InlineData("sa-east-1", "sa", "sa-east-1")]
    [InlineData("xx-north-9", "mars", "xx-north-9")]
    public void AnyGeographyThatTheServiceListsWillDo(string region, string geography, params string[] regions)
    {
        InferenceProfile[] listed =
        [
            Profile("global", region, "", region),
            Profile("us", region, "us-east-1"),
            Profile(geography, region, regions),
        ];

        Assert.Equal($"{geography}.{Model}", Choose(listed, region, "")!.InferenceProfileId);
        Assert.Equal($"{geography}.{Model}", Choose(listed, null, "")!.InferenceProfileId);
    }

    [Fact]
    public void WhatTheRegionListsIsTakenEvenIfItDoesNotIncludeTheRegion()
    {
        InferenceProfile[] listed = [Profile("global", "sa-east-1", ""), Profile("us", "sa-east-1", "us-east-1")];

        Assert.Equal("us", Choose(listed, "sa-east-1", "")!.Geography);
    }

    [Fact]
    public void GlobalComesLastAndOnlyWhereItIsAllowed()
    {
        InferenceProfile[] listed = [Profile("global", "sa-east-1", "", "sa-east-1")];

        Assert.Null(Choose(listed, "sa-east-1", ""));
        Assert.Null(Choose(listed, "sa-east-1", "us"));
        Assert.Equal("global", Choose(listed, "sa-east-1", "global")!.Geography);
    }

    [Fact]
    public void WhatTheAccountMadeOrCannotBeCalledIsNeverTaken()
    {
        InferenceProfile own = Profile("us", "us-east-1", "us-east-1");
        own.Type = InferenceProfileType.Application;
        InferenceProfile inactive = Profile("eu", "us-east-1", "us-east-1");
        inactive.Status = "CREATING";

        Assert.Null(Choose([own, inactive], "us-east-1", "global"));
    }

    [Theory]
    [InlineData("us-gov.maker.model-v1:0", "us-gov")]
    [InlineData("abcdefgh1234", null)]
    [InlineData("us.maker.other-v1:0", null)]
    public void TheGeographyIsWhatStandsBeforeTheModelsId(string id, string? geography)
    {
        InferenceProfile profile = Profile("us", "us-east-1", "us-east-1");
        profile.InferenceProfileId = id;

        Assert.Equal(geography, profile.Geography);
    }

    private static InferenceProfile? Choose(InferenceProfile[] listed, string? region, string allowed)
    {
        string[] geographies = allowed.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return ProfileChoice.Find(ProfileOrder.Callable(listed, Model, region, geographies), geographies);
    }

    private static InferenceProfile Profile(string geography, string home, params string[] regions) => new()
    {
        InferenceProfileId = $"{geography}.{Model}",
        InferenceProfileArn = $"arn:aws:bedrock:{home}:1:inference-profile/{geography}.{Model}",
        Status = "ACTIVE",
        Type = InferenceProfileType.SystemDefined,
        Models =
        [
            .. regions.Select(region => new InferenceProfileModel
            {
                ModelArn = $"arn:aws:bedrock:{region}::foundation-model/{Model}",
            }),
        ],
    };
}
