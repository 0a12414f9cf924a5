using System.Collections;
using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Session;

/// <summary>The variable of a caller that answers are put into, as -OutVariable does it.</summary>
internal sealed class ResponseList
{
    private readonly ArrayList _responses;

    private ResponseList(ArrayList responses) => _responses = responses;

    /// <summary>Sets the variable to an empty list, or with a + before its name to what is there already.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the variable cannot be set.</exception>
    public static ResponseList Open(PSVariableIntrinsics variables, string name)
    {
        string bare = name.TrimStart('+');
        try
        {
            object? before = name == bare ? null : variables.GetValue(bare);
            IEnumerable one = before is null ? [] : new[] { before };
            ArrayList responses = [.. LanguagePrimitives.GetEnumerable(before) ?? one];
            variables.Set(bare, responses);
            return new ResponseList(responses);
        }
        catch (Exception e) when (e is RuntimeException and not PipelineStoppedException or ArgumentException)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"-ResponseVariable '{name}' cannot be set: {e.Message}", e);
        }
    }

    public void Add(ConverseResponse response) => _responses.Add(response);
}
