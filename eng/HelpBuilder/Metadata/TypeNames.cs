namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Types as PowerShell writes them.</summary>
internal static class TypeNames
{
    private const string SwitchName = "System.Management.Automation.SwitchParameter";

    // The engine's own list (TypeAccelerators), as far as its types can be the type of a parameter.
    private static readonly Dictionary<string, string> Accelerators = new(StringComparer.Ordinal)
    {
        ["System.Array"] = "array",
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.DateTime"] = "datetime",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Single"] = "float",
        ["System.Guid"] = "guid",
        ["System.Collections.Hashtable"] = "hashtable",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Net.IPEndPoint"] = "IPEndpoint",
        ["System.Collections.Specialized.OrderedDictionary"] = "ordered",
        ["System.Management.Automation.PSCredential"] = "pscredential",
        ["System.Management.Automation.PSObject"] = "psobject",
        ["System.Management.Automation.PSReference"] = "ref",
        ["System.Text.RegularExpressions.Regex"] = "regex",
        ["System.SByte"] = "sbyte",
        ["System.String"] = "string",
        [SwitchName] = "switch",
        ["System.Globalization.CultureInfo"] = "cultureinfo",
        ["System.Numerics.BigInteger"] = "bigint",
        ["System.Security.SecureString"] = "securestring",
        ["System.TimeSpan"] = "timespan",
        ["System.UInt16"] = "ushort",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
        ["System.Uri"] = "uri",
        ["System.Version"] = "version",
        ["System.Net.IPAddress"] = "ipaddress",
        ["System.Xml.XmlDocument"] = "xml",
        ["System.Net.Mail.MailAddress"] = "mailaddress",
        ["System.Management.Automation.SemanticVersion"] = "semver",
        ["System.Management.Automation.ScriptBlock"] = "scriptblock",
        ["System.Management.Automation.PSVariable"] = "psvariable",
        ["System.Type"] = "type",
        ["System.Management.Automation.PSModuleInfo"] = "psmoduleinfo",
        ["System.Management.Automation.PowerShell"] = "powershell",
        ["System.Management.Automation.Runspaces.Runspace"] = "runspace",
        ["Microsoft.PowerShell.Commands.PSPropertyExpression"] = "pspropertyexpression",
    };

    /// <summary>As in a syntax line: <c>int</c>, <c>string[]</c>, <c>List[string]</c>.</summary>
    public static string Short(Type type) => Name(type, Short, ShortPlain);

    /// <summary>As <c>Get-Member</c> writes it: <c>System.Int32</c>, <c>BedrockPS.ConverseResponse</c>.</summary>
    public static string Full(Type type) => Name(type, Full, t => t.FullName ?? t.Name);

    public static bool IsSwitch(Type type) => type.FullName == SwitchName;

    /// <summary>The type of one value: neither nullable nor an array.</summary>
    public static Type Element(Type type) =>
        type.IsArray ? Element(type.GetElementType()!) : Unwrap(type);

    private static string Name(Type type, Func<Type, string> part, Func<Type, string> plain)
    {
        Type bare = Unwrap(type);
        if (bare.IsArray)
        {
            return $"{part(bare.GetElementType()!)}[{new string(',', bare.GetArrayRank() - 1)}]";
        }

        if (!bare.IsConstructedGenericType)
        {
            return plain(bare);
        }

        string definition = plain(bare.GetGenericTypeDefinition()).Split('`')[0];
        return $"{definition}[{string.Join(',', bare.GetGenericArguments().Select(part))}]";
    }

    private static string ShortPlain(Type type) =>
        Accelerators.GetValueOrDefault(type.FullName ?? "")
        ?? (type.IsNested ? $"{ShortPlain(type.DeclaringType!)}+{type.Name}" : type.Name);

    private static Type Unwrap(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1"
            ? type.GetGenericArguments()[0]
            : type;
}
