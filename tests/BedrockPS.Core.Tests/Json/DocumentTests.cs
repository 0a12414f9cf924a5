using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public class DocumentTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("0", "0")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("1.10", "1.10")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0.0")]
    [InlineData("1e2", "100")]
    [InlineData("1.5E-7", "1.5E-07")]
    [InlineData("\"grüße 🎈 <b>&'\"", "\"grüße \\uD83C\\uDF88 <b>&'\"")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[[[1]],{\"a\":[{}]}]", "[[[1]],{\"a\":[{}]}]")]
    [InlineData("{\"b\":1,\"a\":2}", "{\"b\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"A\":2,\"b\":3}", "{\"a\":1,\"A\":2,\"b\":3}")]
    public void ValuesSurviveReadingAndWriting(string json, string written) =>
        Assert.Equal(written, JsonOf.Document(JsonOf.Read(json)));

    [Theory]
    [InlineData("7", typeof(long))]
    [InlineData("9223372036854775808", typeof(decimal))]
    [InlineData("7.0", typeof(decimal))]
    [InlineData("7e0", typeof(double))]
    [InlineData("0.1234567890123456789012345678901", typeof(double))]
    public void ANumberHasTheTypeThatHoldsIt(string json, Type type) => Assert.IsType(type, JsonOf.Read(json));

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("123456789012345678901234567890123456789")]
    public void ANumberThatNothingHoldsGoesBackAsItCame(string json) =>
        Assert.Equal(json, JsonOf.Document(JsonOf.Read(json)));

    [Fact]
    public void TheLastOfTwoMembersOfOneNameStands() =>
        Assert.Equal("{\"a\":2}", JsonOf.Document(JsonOf.Read("{\"a\":1,\"a\":2}")));

    [Fact]
    public void MembersAreFoundWithoutCase() =>
        Assert.Equal(1L, Assert.IsAssignableFrom<IDictionary>(JsonOf.Read("{\"Name\":1}"))["name"]);

    [Fact]
    public void MembersThatDifferByCaseAreFoundByIt()
    {
        IDictionary members = Assert.IsAssignableFrom<IDictionary>(JsonOf.Read("{\"a\":1,\"A\":2}"));

        Assert.Equal((1L, 2L), (members["a"], members["A"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("1 2")]
    [InlineData("NaN")]
    public void WhatIsNoJsonIsRefused(string json) => Assert.ThrowsAny<JsonException>(() => JsonOf.Read(json));

    [Fact]
    public void HalfACharacterIsKept()
    {
        // No theory: attributes are kept as UTF-8, which has no half characters.
        Assert.Equal("\uD83C", JsonOf.Read("\"\\uD83C\""));
        Assert.Equal("a\n\"\\/\t\uDF0A b", JsonOf.Read("\"a\\n\\\"\\\\\\/\\t\\uDF0A b\""));
    }

    [Fact]
    public void HalfACharacterBesideBytesThatAreNoUtf8IsRefused() => Assert.ThrowsAny<JsonException>(
        () => Json.DocumentReader.Read([(byte)'"', .. "\\uD83C"u8, 0xFF, (byte)'"']));

    [Fact]
    public void BytesThatAreNoUtf8AreRefused() =>
        Assert.ThrowsAny<JsonException>(() => Json.DocumentReader.Read([(byte)'"', 0xFF, (byte)'"']));

    [Fact]
    public void AMillionDigitsAreKeptAsTheyCame()
    {
        string digits = new('7', 1_000_000);

        Assert.Equal(digits, JsonOf.Document(JsonOf.Read(digits)));
    }

    [Fact]
    public void TooDeepIsRefusedAndNotACrash() =>
        Assert.ThrowsAny<JsonException>(() => JsonOf.Read(new string('[', 100_000)));

    public static TheoryData<object, string> Scripts => new()
    {
        { 1, "1" },
        { (byte)255, "255" },
        { ulong.MaxValue, "18446744073709551615" },
        { BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { 1.5f, "1.5" },
        { 0.1f, "0.1" },
        { 0.1, "0.1" },
        { 0.1m, "0.1" },
        { 79228162514264337593543950335m, "79228162514264337593543950335" },
        { 'c', "\"c\"" },
        { DayOfWeek.Friday, "\"Friday\"" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "\"2026-01-02T03:04:05Z\"" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), "\"2026-01-02T03:04:05+01:00\"" },
        { new DateOnly(2026, 1, 2), "\"2026-01-02\"" },
        { new TimeOnly(3, 4), "\"03:04:00.0000000\"" },
        { TimeSpan.FromMinutes(90), "\"01:30:00\"" },
        { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { new Uri("https://example.com/a"), "\"https://example.com/a\"" },
        { new Version(1, 2), "\"1.2\"" },
        { new byte[] { 1, 2, 3 }, "\"AQID\"" },
        { JsonOf.Parse("{\"a\":[1e400]}"), "{\"a\":[1e400]}" },
        { new List<object?> { 1, null, "x" }, "[1,null,\"x\"]" },
        { new Hashtable { [1] = true }, "{\"1\":true}" },
        { new OrderedDictionary { ["b"] = 1, ["a"] = 2 }, "{\"b\":1,\"a\":2}" },
        { new Dictionary<string, object?> { ["a"] = null }, "{\"a\":null}" },
    };

    [Theory]
    [MemberData(nameof(Scripts), DisableDiscoveryEnumeration = true)]
    public void ValuesOfScriptsHaveTheirForm(object value, string json) => Assert.Equal(json, JsonOf.Document(value));

    [Fact]
    public void TheCultureOfTheHostDoesNotMatter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(string.Empty)
        {
            NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" },
        };
        try
        {
            Assert.Equal("[-1.5,-1.5,-7]", JsonOf.Document(new object[] { -1.5, -1.5m, new BigInteger(-7) }));
            Assert.Equal(-1.5m, JsonOf.Read("-1.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(float.NaN)]
    public void WhatIsNoNumberIsRefused(object value) => AssertRefused(value);

    [Fact]
    public void AnObjectWithoutAFormIsRefused() => AssertRefused(new object());

    [Fact]
    public void ACycleOfDictionariesIsRefused()
    {
        Hashtable cycle = [];
        cycle["self"] = cycle;

        AssertRefused(cycle);
    }

    [Fact]
    public void ACycleOfListsIsRefused()
    {
        List<object> cycle = [];
        cycle.Add(cycle);

        AssertRefused(cycle);
    }

    [Fact]
    public void ACycleIsRefusedWhereverItStandsInARequest()
    {
        Hashtable cycle = [];
        cycle["self"] = cycle;
        ConverseRequest request = Calls.Question();
        request.AdditionalModelRequestFields = cycle;
        request.Messages[0].Content.Add(new ToolUseBlock { Input = cycle });

        BedrockException e = Assert.Throws<BedrockException>(() => JsonOf.Request(request));

        Assert.Equal(ClientErrorCode.InvalidRequest, e.ErrorCode);
    }

    private static void AssertRefused(object value) => Assert.Equal(
        ClientErrorCode.InvalidRequest, Assert.Throws<BedrockException>(() => JsonOf.Document(value)).ErrorCode);
}
