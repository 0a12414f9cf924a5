using System.Management.Automation;

namespace BedrockPS.Conversion;

/// <summary>
/// Tells whether a piped object is a model to ask: ours, another module's, or one that was deserialised.
/// </summary>
internal static class ModelReference
{
    // What the objects of this module and of AWS.Tools carry, most callable first.
    private static readonly (string Id, string Arn)[] Shapes =
    [
        ("ModelId", "InferenceProfileArn"),
        ("InferenceProfileId", "InferenceProfileArn"),
        ("ModelId", "ProvisionedModelArn"),
        ("ModelId", "PromptRouterArn"),
        ("ModelId", "ModelArn"),
    ];

    /// <summary>The id to call; null where the object is not a model.</summary>
    public static string? Find(object? item)
    {
        if (item is null || item is PSObject { BaseObject: string } or string)
        {
            return null;
        }

        PSObject wrapped = PSObject.AsPSObject(item);
        foreach ((string id, string arn) in Shapes)
        {
            if (wrapped.Properties[arn] is not null && wrapped.Properties[id] is { } property)
            {
                return PropertyValue.Of(property) as string;
            }
        }

        return null;
    }
}
