namespace BedrockPS.Tests;

/// <summary>Media blocks on the wire: the service's shape, with all that it may hold, and back.</summary>
public class MediaBlockTests
{
    public static TheoryData<string, Type> Shapes => new()
    {
        { """{"image":{"format":"png","source":{"bytes":"AQID"}}}""", typeof(ImageBlock) },
        {
            """{"image":{"format":"png","source":{"bytes":"AQID"},"error":{"message":"blurred"},"new":[1]}}""",
            typeof(ImageBlock)
        },
        {
            """{"image":{"format":"jxl","source":{"s3Location":{"uri":"s3://b/k","bucketOwner":"1","new":2}}}}""",
            typeof(ImageBlock)
        },
        {
            """{"document":{"format":"pdf","name":"a","source":{"text":"x"},"context":"c","citations":"""
            + """{"enabled":true}}}""",
            typeof(DocumentBlock)
        },
        {
            """{"document":{"name":"a","source":{"content":[{"text":"x"}],"new":{"a":1}}},"beside":1}""",
            typeof(DocumentBlock)
        },
        { """{"video":{"format":"three_gp","source":{"bytes":"AQID"}}}""", typeof(VideoBlock) },
        {
            """{"audio":{"format":"x-aac","source":{"bytes":"AQID"},"error":{"message":"silent"}}}""",
            typeof(AudioBlock)
        },
        { """{"image":"https://example.com/a.png"}""", typeof(OtherBlock) },
        { """{"image":{"format":"png","source":{"bytes":[1,2]}}}""", typeof(OtherBlock) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ABlockGoesBackAsItCame(string block, Type type)
    {
        string message = $$"""{"role":"user","content":[{{block}},{"text":"hi"}]}""";
        Message received = JsonOf.Received(message);

        Assert.IsType(type, received.Content[0]);
        Assert.Equal("hi", received.ToString());
        JsonOf.AssertSame(message, JsonOf.Sent(received));
    }

    [Fact]
    public void ABlockSaysWhatItHolds()
    {
        ImageBlock image = new() { Format = "png", Source = new MediaSource { Bytes = new byte[1234] } };
        Assert.Equal("png image, 1,234 bytes", image.ToString());
    }
}
