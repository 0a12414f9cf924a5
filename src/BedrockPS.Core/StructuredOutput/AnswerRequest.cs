using System.Collections;
using System.Collections.Specialized;
using System.Text;
using BedrockPS.Json;

namespace BedrockPS.StructuredOutput;

/// <summary>Adds a schema to a request.</summary>
internal static class AnswerRequest
{
    /// <summary>The tool whose input is the answer.</summary>
    public const string ToolName = "give_answer";

    private const string SchemaName = "answer";

    /// <summary>The ways that are open to the question, the surest first.</summary>
    public static IEnumerable<AnswerStrategy> Strategies(TypedQuestion question, AnswerSchema schema)
    {
        // A stored prompt brings its own system prompt and tools, and the service takes no others beside it.
        if (question.Request.Messages.Count == 0)
        {
            yield return AnswerStrategy.Prompt;
            yield break;
        }

        AnswerAbilities abilities = AnswerFamilies.Of(question.Request.ModelId);
        if (abilities.HasFlag(AnswerAbilities.Native) && schema.Native is not null)
        {
            yield return AnswerStrategy.Native;
        }

        // Beside tools of the caller's own, a forced one would be called before them; and none is forced on a model
        // that thinks first.
        bool canForce = (abilities & (AnswerAbilities.ForcedTool | AnswerAbilities.AnyTool)) != 0;
        if (canForce && !question.HasTools && !Thinks(question.Request))
        {
            yield return AnswerStrategy.ForcedTool;
        }

        yield return AnswerStrategy.Instructions;
        yield return AnswerStrategy.Prompt;
    }

    /// <summary>The request with the schema; the one that was given stays as it is.</summary>
    public static ConverseRequest With(ConverseRequest request, AnswerSchema schema, AnswerStrategy strategy)
    {
        ConverseRequest copy = request.Clone();
        switch (strategy)
        {
            case AnswerStrategy.Native:
                copy.OutputConfig = new()
                {
                    TextFormat = OutputFormat.FromSchema(schema.Native, SchemaName),
                    Effort = request.OutputConfig?.Effort,
                    Other = request.OutputConfig?.Other,
                };
                break;
            case AnswerStrategy.ForcedTool:
                copy.ToolConfig = Force(request, schema.Sent);
                break;
            case AnswerStrategy.Instructions:
                copy.System = [.. request.System ?? [], new TextBlock { Text = Instructions(schema.Sent) }];
                break;
            case AnswerStrategy.Prompt:
                Message question = new(MessageRole.User, Instructions(schema.Sent));
                copy.Messages = SendableTurns.Of([.. request.Messages, question]);
                break;
        }

        return copy;
    }

    private static bool Thinks(ConverseRequest request) =>
        request.AdditionalModelRequestFields is IDictionary fields
        && (fields.Contains("thinking") || fields.Contains("reasoningConfig"));

    // Tools that are declared already are those of earlier turns: the service wants to know them.
    private static ToolConfiguration Force(ConverseRequest request, IDictionary schema) => new()
    {
        Tools =
        [
            .. request.ToolConfig?.Tools ?? [],
            new OrderedDictionary
            {
                ["toolSpec"] = new OrderedDictionary
                {
                    ["name"] = ToolName,
                    ["description"] = "Gives the answer. Call it once, with the whole answer.",
                    ["inputSchema"] = new OrderedDictionary { ["json"] = schema },
                },
            },
        ],
        ToolChoice = AnswerFamilies.Of(request.ModelId).HasFlag(AnswerAbilities.ForcedTool)
            ? new OrderedDictionary { ["tool"] = new OrderedDictionary { ["name"] = ToolName } }
            : new OrderedDictionary { ["any"] = new OrderedDictionary() },
    };

    private static string Instructions(IDictionary schema) =>
        "Give your final answer as one JSON value that satisfies this JSON Schema. Write the JSON alone: no text "
        + "before or after it and no code fence.\n\n<schema>\n"
        + Encoding.UTF8.GetString(BedrockJson.WriteDocument(schema)) + "\n</schema>";
}
