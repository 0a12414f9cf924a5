using BedrockPS;
using BedrockPS.Conversations;

// Appends to each file of CONVERSATIONS until it is killed, and says the number of the file after each turn.
string[] paths = Environment.GetEnvironmentVariable("CONVERSATIONS")!.Split('|');
using StreamWriter told = new(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
Task[] writers = [.. paths.Select((path, number) => Task.Factory.StartNew(
    () => Write(path, number), TaskCreationOptions.LongRunning))];
await Task.WhenAny(writers);

void Write(string path, int number)
{
    Conversation conversation = new() { ModelId = "a.model" };
    ConversationFile.Attach(conversation, path, isReplacing: false);

    // The first takes so many pages that a kill can hit between two of them.
    Message answer = new(MessageRole.Assistant, new string((char)('a' + number), number == 0 ? 2_000_000 : 10_000));
    while (true)
    {
        Message question = new(MessageRole.User, $"question {conversation.Turns}");
        conversation.Commit(question, [answer], new ConverseResponse { StopReason = StopReason.EndTurn });
        if (conversation.SaveFailure is { } failure)
        {
            throw failure;
        }

        lock (told)
        {
            told.WriteLine(number);
        }
    }
}
