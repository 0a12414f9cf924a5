using System.Text;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Tests.Conversations;

/// <summary>What a model and its tools said comes back from a file as it went in.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryConversation _file = new();

    public static TheoryData<string> Blocks => new()
    {
        """{"reasoningContent":{"reasoningText":{"text":"hm","signature":"c2ln","novel":[1]}}}""",
        """{"reasoningContent":{"redactedContent":"c2VjcmV0"}}""",
        """{"toolUse":{"toolUseId":"t1","name":"get-x","input":{"a":[1,2.50,{"b":null}],"A":"case"},"novel":true}}""",
        """{"toolResult":{"toolUseId":"t1","status":"error","content":[{"json":{"n":12345678901234567890}}]}}""",
        """{"toolResult":{"toolUseId":"t","content":[{"image":{"format":"png","source":{"bytes":"iVBORw0K"}}}]}}""",
        """{"image":{"format":"png","source":{"bytes":"iVBORw0KGgo=","novel":{"bytes":"AAAA"}},"novel":1}}""",
        """{"image":{"format":"../../x","source":{"bytes":"iVBORw0KGgo="}}}""",
        """{"document":{"format":"pdf","name":"a b","source":{"bytes":"JVBERg=="},"citations":{"enabled":true}}}""",
        """{"document":{"format":"txt","name":"t","source":{"text":"words"}}}""",
        """{"video":{"format":"mp4","source":{"s3Location":{"uri":"s3://b/k","bucketOwner":"1"}}}}""",
        """{"toolUse":{"toolUseId":"t","name":"n","input":{"source":{"bytes":"not base64!"},"bytes":{"file":"x"}}}}""",
        """{"toolUse":{"toolUseId":"t","name":"n","input":{"a/b~c":{"source":{"bytes":"AAAA"}}}}}""",
        """{"toolUse":{"toolUseId":"t","name":"n","input":{"source":{"bytes":"QQ="}}}}""",
        """{"citationsContent":{"content":[{"text":"c"}],"citations":[{"location":{"web":{"url":"u"}}}]}}""",
        """{"cachePoint":{"type":"default","ttl":"1h"}}""",
        """{"hologram":{"source":{"bytes":"AAAA"},"depth":[[[1]]]}}""",
        """{"text":"beside","note":{"a":1}}""",
        """{"text":"\u2028\u0000\"\\\n\ud83d\ude00 </script>"}""",
    };

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Blocks))]
    public void ABlockComesBackAsItWas(string block)
    {
        string turn = $$$"""{"role":"assistant","content":[{{{block}}}],"beyond":{"x":[true]}}""";
        Conversation conversation = _file.Start();
        conversation.Commit(
            new Message(MessageRole.User, "q"), [JsonOf.Received(turn)], new ConverseResponse());
        string before = TemporaryConversation.Json(conversation);

        Assert.Equal(before, TemporaryConversation.Json(_file.Load()));
        Assert.Equal(before, TemporaryConversation.Json(conversation.Copy()));
        JsonOf.AssertSame(turn, Encoding.UTF8.GetString(TemporaryConversation.Json(_file.Load().Messages[1])));
    }

    [SharedFact("recordings")]
    public void GenuineTurnsComeBackAsTheyWere()
    {
        Conversation conversation = new() { ModelId = Calls.Model };
        conversation.Messages.AddRange(Exchange.Lines("converse.jsonl.gz")
            .Where(line => line.GetProperty("status").GetInt32() == 200)
            .Select(line => JsonDocument.Parse(line.GetProperty("body").GetBytesFromBase64()).RootElement)
            .Where(answer => answer.TryGetProperty("output", out JsonElement o) && o.TryGetProperty("message", out _))
            .Select(answer => answer.GetProperty("output").GetProperty("message").GetRawText())
            .Select(turn => BedrockMessages.Read(Encoding.UTF8.GetBytes(turn))));
        Assert.True(conversation.Messages.Count > 500, $"{conversation.Messages.Count} turns");

        BedrockPS.Conversations.ConversationFile.Write(conversation, _file.Path, isReplacing: false);

        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(_file.Load()));
    }
}
