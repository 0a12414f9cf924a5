using System.Management.Automation;

namespace BedrockPS.Conversion;

/// <summary>
/// Keeps bytes together that a parameter of many values is given: the engine would box each of millions.
/// </summary>
internal sealed class WholeBytesAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Unwrapped.Of(inputData) is byte[] bytes
            ? new object[] { bytes }
            : inputData;
}
