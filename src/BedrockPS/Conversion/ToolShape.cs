using System.Collections;
using BedrockPS.Http;

namespace BedrockPS.Conversion;

/// <summary>Reads a tool configuration in the service's shape.</summary>
internal static class ToolShape
{
    /// <summary>The configuration; a list of tools without anything around it is taken too.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: there are no tools in it.</exception>
    public static ToolConfiguration Read(object value)
    {
        object? plain = value is string or System.Management.Automation.PSObject { BaseObject: string }
            ? FreeForm.Read("ToolConfig", value)
            : DocumentConversion.ToPlain(value);
        return plain switch
        {
            object?[] tools => new ToolConfiguration { Tools = tools },
            IDictionary members when TurnConversion.Member(members, "tools") is { } tools => new ToolConfiguration
            {
                Tools = tools as object?[] ?? [tools],
                ToolChoice = TurnConversion.Member(members, "toolChoice"),
                Other = TurnConversion.Others(members, "tools", "toolChoice"),
            },
            IDictionary tool => new ToolConfiguration { Tools = [tool] },
            _ => throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                "-ToolConfig holds no tools. Give "
                + "@{ tools = @(@{ toolSpec = @{ name; description; inputSchema } }) }."),
        };
    }
}
