using System.Management.Automation;

namespace BedrockPS.Conversion;

/// <summary>Takes an answer where a conversation is wanted, to go on from there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConversationOfAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Of(inputData) is ConverseResponse answer
            ? Conversation.Of(answer) ?? throw new ArgumentTransformationMetadataException(
                "This answer does not know its conversation: it was not returned by a call of this session. Start one: "
                + "Start-BRConversation.")
            : inputData;
}
