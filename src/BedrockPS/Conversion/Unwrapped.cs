using System.Management.Automation;

namespace BedrockPS.Conversion;

/// <summary>What PowerShell has wrapped.</summary>
internal static class Unwrapped
{
    /// <summary>The object itself, wrapped or not.</summary>
    public static object? Of(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
