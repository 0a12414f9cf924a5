using System.Management.Automation;

namespace BedrockPS.Conversion;

/// <summary>Reads a property of somebody else's object.</summary>
internal static class PropertyValue
{
    /// <summary>
    /// The value; null where the getter throws, as a process's start time does without the right to see it.
    /// </summary>
    public static object? Of(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
