using BedrockPS.HelpBuilder.Metadata;

namespace BedrockPS.HelpBuilder.Tests;

public sealed class TypeNamesTests
{
    [Theory]
    [InlineData(typeof(string), "string", "System.String")]
    [InlineData(typeof(int?), "int", "System.Int32")]
    [InlineData(typeof(byte[]), "byte[]", "System.Byte[]")]
    [InlineData(typeof(int?[]), "int[]", "System.Int32[]")]
    [InlineData(typeof(int[,]), "int[,]", "System.Int32[,]")]
    [InlineData(typeof(object), "Object", "System.Object")]
    [InlineData(typeof(Uri), "uri", "System.Uri")]
    [InlineData(typeof(TimeSpan?), "timespan", "System.TimeSpan")]
    [InlineData(typeof(List<string>), "List[string]", "System.Collections.Generic.List[System.String]")]
    [InlineData(typeof(Environment.SpecialFolder), "Environment+SpecialFolder", "System.Environment+SpecialFolder")]
    public void Types_read_as_in_PowerShell(Type type, string shortName, string fullName)
    {
        Assert.Equal(shortName, TypeNames.Short(type));
        Assert.Equal(fullName, TypeNames.Full(type));
    }
}
