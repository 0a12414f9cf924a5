using System.Text.Json;

namespace BedrockPS.Iam;

/// <summary>Writes a policy in the order in which people read one.</summary>
internal static class IamPolicyWriter
{
    public static void Write(Utf8JsonWriter writer, IamPolicy policy)
    {
        writer.WriteStartObject();
        writer.WriteString("Version", policy.Version);
        writer.WriteStartArray("Statement");
        foreach (IamStatement statement in policy.Statement)
        {
            Write(writer, statement);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IamStatement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("Sid", statement.Sid);
        writer.WriteString("Effect", statement.Effect);
        Write(writer, "Action", statement.Action);
        Write(writer, "Resource", statement.Resource);
        if (statement is ConditionalIamStatement { Condition: { } condition })
        {
            Write(writer, condition);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IDictionary<string, IDictionary<string, string[]>> condition)
    {
        writer.WriteStartObject("Condition");
        foreach ((string name, IDictionary<string, string[]> keys) in condition)
        {
            writer.WriteStartObject(name);
            foreach ((string key, string[] values) in keys)
            {
                Write(writer, key, values);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, string[] values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
