using System.Text;
using BedrockPS.Conversations;

namespace BedrockPS.Tests.Conversations;

/// <summary>A path for a conversation in a folder of its own that goes with the test.</summary>
internal sealed class TemporaryConversation : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bedrockps-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "chat.jsonl");

    public string MediaFolder => Path + ".media";

    public string[] Lines => File.ReadAllLines(Path);

    public Conversation Start()
    {
        Conversation conversation = new() { ModelId = Calls.Model };
        ConversationFile.Attach(conversation, Path, isReplacing: false);
        return conversation;
    }

    public Conversation Load(bool isAttached = true) => ConversationFile.Load(Path, isAttached, out _);

    public void Append(string text) => File.AppendAllText(Path, text);

    public void Dispose() => _folder.Delete(recursive: true);

    public static void Ask(
        Conversation conversation,
        string question,
        string? answer = null,
        TokenUsage? usage = null,
        Cost? cost = null) =>
        Commit(conversation, new Message(MessageRole.User, question), answer ?? $"answer to {question}", usage, cost);

    public static void Commit(
        Conversation conversation, Message question, string answer, TokenUsage? usage = null, Cost? cost = null) =>
        conversation.Commit(
            question,
            [new Message(MessageRole.Assistant, answer)],
            new ConverseResponse { StopReason = StopReason.EndTurn, Usage = usage, Cost = cost });

    /// <summary>The turns as the next request carries them.</summary>
    public static string Json(Conversation conversation) => string.Join(
        '\n', conversation.Messages.Select(turn => Encoding.UTF8.GetString(Json(turn))));

    public static byte[] Json(Message turn) => BedrockPS.Json.BedrockMessages.Write(turn);
}
