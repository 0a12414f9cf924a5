using BedrockPS.Local.Http;

namespace BedrockPS.Local.Tests.Http;

public sealed class HpackTests
{
    [Theory]
    [InlineData(
        "828684410f7777772e6578616d706c652e636f6d", "828684be58086e6f2d6361636865",
        "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565")]
    [InlineData(
        "828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf",
        "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf")]
    public void Reads_the_standards_own_examples_whose_blocks_build_on_each_other(
        string first, string second, string third)
    {
        HpackDecoder decoder = new();

        Assert.Equal(":method GET :scheme http :path / :authority www.example.com", Decode(decoder, first));
        Assert.Equal(
            ":method GET :scheme http :path / :authority www.example.com cache-control no-cache",
            Decode(decoder, second));
        Assert.Equal(
            ":method GET :scheme https :path /index.html :authority www.example.com custom-key custom-value",
            Decode(decoder, third));
    }

    [Fact]
    public void A_table_forgets_the_oldest_when_it_is_made_smaller()
    {
        HpackDecoder decoder = new();
        Decode(decoder, "400a637573746f6d2d6b65790c637573746f6d2d76616c7565");

        Assert.Equal("custom-key custom-value", Decode(decoder, "be"));
        Assert.Throws<Http2Exception>(() => Decode(decoder, "20be"));
    }

    [Fact]
    public void What_is_written_is_read_again_however_long()
    {
        KeyValuePair<string, string>[] headers =
            [new("a", ""), new("long", new string('x', 127)), new("longer", new string('y', 70_000))];

        Assert.Equal(headers, new HpackDecoder().Decode(HpackEncoder.Encode(headers).Span));
    }

    [Theory]
    [InlineData("0085ffffffffff")]
    [InlineData("00811f")]
    [InlineData("7fffffffff0f")]
    [InlineData("3fe2ff03")]
    public void What_is_not_of_the_code_is_refused(string block)
    {
        Assert.Throws<Http2Exception>(() => Decode(new HpackDecoder(), block));
    }

    private static string Decode(HpackDecoder decoder, string block) => string.Join(
        ' ', decoder.Decode(Convert.FromHexString(block)).Select(header => $"{header.Key} {header.Value}"));
}
