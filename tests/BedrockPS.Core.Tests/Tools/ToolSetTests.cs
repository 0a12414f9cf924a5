using System.Collections;
using System.Collections.Specialized;
using BedrockPS.Tools;

namespace BedrockPS.Core.Tests.Tools;

public sealed class ToolSetTests
{
    private static readonly Tool Order = new()
    {
        Name = "order",
        Description = "Orders.",
        InputSchema = new OrderedDictionary { ["type"] = "object" },
    };

    private static readonly ToolConfiguration Raw = new()
    {
        Tools =
        [
            new OrderedDictionary { ["toolSpec"] = new OrderedDictionary { ["name"] = "raw" } },
            new OrderedDictionary { ["cachePoint"] = new OrderedDictionary { ["type"] = "default" } },
        ],
    };

    [Fact]
    public void Tools_of_both_kinds_are_told()
    {
        ToolConfiguration told = new ToolSet([Order], Raw).ToConfiguration(Raw, null)!;

        Assert.Equal(3, told.Tools.Count);
        IDictionary specification = (IDictionary)((IDictionary)told.Tools[0]!)["toolSpec"]!;
        Assert.Equal(("order", "Orders."), (specification["name"], specification["description"]));
        Assert.NotNull(((IDictionary)specification["inputSchema"]!)["json"]);
        Assert.Equal(2, Raw.Tools.Count);
    }

    [Fact]
    public void Nothing_is_told_where_there_is_nothing() =>
        Assert.Null(new ToolSet([], null).ToConfiguration(null, null));

    [Theory]
    [InlineData("order", true)]
    [InlineData("raw", true)]
    [InlineData("ORDER", false)]
    [InlineData("other", false)]
    public void Calls_of_schemas_are_for_the_user(string name, bool expected) =>
        Assert.Equal(expected, new ToolSet([Order], Raw).IsForUser(name));

    [Theory]
    [InlineData("AUTO", "auto")]
    [InlineData("any", "any")]
    [InlineData("Raw", "tool")]
    public void A_choice_is_a_word_or_a_tool(string choice, string member)
    {
        ToolConfiguration told = new ToolSet([Order], Raw).ToConfiguration(Raw, choice)!;
        Assert.True(Assert.IsType<OrderedDictionary>(told.ToolChoice).Contains(member));
    }

    [Fact]
    public void A_choice_of_nothing_says_what_there_is()
    {
        BedrockException failure = Assert.Throws<BedrockException>(
            () => new ToolSet([Order], Raw).ToConfiguration(Raw, "other"));
        Assert.Contains("order, raw", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_name_is_for_one_tool() =>
        Assert.Throws<BedrockException>(() => new ToolSet([Order, new Tool { Name = "Order" }], null));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("naïve")]
    [InlineData("a.b")]
    public void A_name_is_checked(string name) => Assert.Throws<BedrockException>(() => ToolName.Check(name));

    [Fact]
    public void A_name_has_an_end()
    {
        ToolName.Check(new string('a', 64));
        Assert.Throws<BedrockException>(() => ToolName.Check(new string('a', 65)));
    }
}
