using System.Text;
using BedrockPS.Conversations;
using BedrockPS.Http;

namespace BedrockPS.Tests.Conversations;

public sealed class ConversationFileTests : IDisposable
{
    private readonly TemporaryConversation _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void EachAnswerIsALineAndAllOfItComesBack()
    {
        Conversation conversation = _file.Start();
        conversation.System = "Be brief.";
        conversation.InferenceConfig.Temperature = 0;
        conversation.Title = "Ünïcode \u2028 title";
        TemporaryConversation.Ask(conversation, "one", usage: new TokenUsage
        {
            InputTokens = 7, OutputTokens = 2, TotalTokens = 9, CacheReadInputTokens = 3,
        });
        TemporaryConversation.Ask(conversation, "two");

        Assert.Equal(3, _file.Lines.Length);
        Conversation loaded = _file.Load();
        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(loaded));
        Assert.Equal((conversation.Id, conversation.CreatedAt), (loaded.Id, loaded.CreatedAt));
        Assert.Equal(("Be brief.", "Ünïcode \u2028 title", _file.Path), (loaded.System, loaded.Title, loaded.Path));
        Assert.Equal((0, StopReason.EndTurn), (loaded.InferenceConfig.Temperature, loaded.StopReason));
        Assert.Equal((9, 3L), (loaded.Usage.TotalTokens, loaded.Usage.CacheReadInputTokens));
    }

    [Fact]
    public void ALoadedConversationGoesOnInItsFile()
    {
        TemporaryConversation.Ask(_file.Start(), "one");
        TemporaryConversation.Ask(_file.Load(), "two");
        TemporaryConversation.Ask(_file.Load(isAttached: false), "nobody keeps this");

        Assert.Equal(2, _file.Load().Turns);
    }

    [Fact]
    public void AnUndoIsALineOfItsOwn()
    {
        Conversation conversation = _file.Start();
        TemporaryConversation.Ask(conversation, "one");
        TemporaryConversation.Ask(conversation, "two");
        string[] before = _file.Lines;

        conversation.Undo(1);
        Assert.Equal(before, _file.Lines[..^1]);
        Assert.Equal((1, null), (_file.Load().Turns, _file.Load().StopReason));

        TemporaryConversation.Ask(conversation, "three");
        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(_file.Load()));
    }

    [Fact]
    public void WhateverWasDoneToTheTurnsByHandIsWrittenWithTheNext()
    {
        Conversation conversation = _file.Start();
        TemporaryConversation.Ask(conversation, "one");
        TemporaryConversation.Ask(conversation, "two");
        conversation.Messages.RemoveRange(0, 2);
        conversation.ModelId = "another.model";
        TemporaryConversation.Ask(conversation, "three");

        Conversation loaded = _file.Load();
        Assert.Equal(("another.model", 2), (loaded.ModelId, loaded.Turns));
        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(loaded));
    }

    [Fact]
    public void MediaLieBesideTheFileOnceEach()
    {
        Conversation conversation = _file.Start();
        byte[] png = Samples.Png();
        for (int i = 0; i < 2; i++)
        {
            ImageBlock image = new() { Format = "png", Source = new MediaSource { Bytes = png } };
            Message question = new(MessageRole.User, [image, new TextBlock { Text = "What is it?" }]);
            TemporaryConversation.Commit(conversation, question, "A picture.");
        }

        string file = Assert.Single(Directory.GetFiles(_file.MediaFolder));
        Assert.EndsWith(".png", file, StringComparison.Ordinal);
        Assert.Equal(png, File.ReadAllBytes(file));
        Assert.DoesNotContain(Convert.ToBase64String(png), File.ReadAllText(_file.Path), StringComparison.Ordinal);
        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(_file.Load()));
    }

    [Fact]
    public void AFileThatIsThereIsNotReplacedUnasked()
    {
        TemporaryConversation.Ask(_file.Start(), "one");

        BedrockException e = Assert.Throws<BedrockException>(_file.Start);
        Assert.Equal(ClientErrorCode.InvalidRequest, e.ErrorCode);
        Assert.Contains("Import-BRConversation", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, _file.Load().Turns);

        ConversationFile.Attach(new Conversation(), _file.Path, isReplacing: true);
        Assert.Equal(0, _file.Load().Turns);
    }

    [Fact]
    public void WhatIsNoConversationIsNeverReplaced()
    {
        _file.Append("a letter\n");

        Assert.Throws<BedrockException>(
            () => ConversationFile.Attach(new Conversation(), _file.Path, isReplacing: true));
        Assert.Equal("a letter\n", File.ReadAllText(_file.Path));
    }

    [Fact]
    public void TheSecondOfTwoWritersIsRefusedAndLosesNothing()
    {
        Conversation first = _file.Start();
        Conversation second = _file.Load();
        TemporaryConversation.Ask(first, "one");
        string[] lines = _file.Lines;

        TemporaryConversation.Ask(second, "two");
        TemporaryConversation.Ask(second, "three");

        Assert.Equal(lines, _file.Lines);
        Assert.Equal(2, second.Turns);
        Assert.Equal(ClientErrorCode.ConversationChanged, second.SaveFailure?.ErrorCode);
        Assert.Contains("Somebody else", second.SaveFailure!.Message, StringComparison.Ordinal);
        Assert.Null(first.SaveFailure);
    }

    [Fact]
    public void AWriterThatHoldsTheFileKeepsOthersOut()
    {
        Conversation conversation = _file.Start();
        using (new FileStream(_file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            TemporaryConversation.Ask(conversation, "one");
            Assert.Equal(ClientErrorCode.ConversationFailed, conversation.SaveFailure?.ErrorCode);
        }

        TemporaryConversation.Ask(conversation, "two");
        Assert.Null(conversation.SaveFailure);
        Assert.Equal(2, _file.Load().Turns);
    }

    [Fact]
    public void WhatCouldNotBeWrittenIsWrittenWithTheNextAnswer()
    {
        Conversation conversation = _file.Start();
        string aside = _file.Path + ".aside";
        File.Move(_file.Path, aside);
        TemporaryConversation.Ask(conversation, "one");
        Assert.Equal(ClientErrorCode.ConversationFailed, conversation.SaveFailure?.ErrorCode);
        Assert.Equal(1, conversation.Turns);

        File.Move(aside, _file.Path);
        TemporaryConversation.Ask(conversation, "two");

        Assert.Null(conversation.SaveFailure);
        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(_file.Load()));
    }

    [Theory]
    [InlineData("""{"bedrockPS":"conversation","version":2}""", "Update BedrockPS")]
    [InlineData("""{"format":"bedrockps-recording","version":1}""", "not the header of a conversation")]
    [InlineData("not json", "not the header of a conversation")]
    [InlineData("""{"bedrockPS":"conversation","version":1}""", "header is broken")]
    [InlineData("""{"bedrockPS":"conversation","version":99999999999}""", "header is broken")]
    [InlineData("""{"bedrockPS":"conversation","version":1,"id":"x","createdAt":"12","settings":[]}""", "broken")]
    [InlineData("", "line 1")]
    public void AFileThatIsNoneSaysSo(string header, string says)
    {
        _file.Append(header);

        BedrockException e = Assert.Throws<BedrockException>(() => _file.Load());
        Assert.Equal(ClientErrorCode.ConversationInvalid, e.ErrorCode);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"messages\":[", "byte")]
    [InlineData("{\"messages\":[null]}", "null")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}", "line 3")]
    [InlineData("{\"keep\":9}", "keeps 9 messages, but 2 stand before it")]
    [InlineData("[1]", "line 3")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":[]}],\"media\":{\"/0/content/4/x\":\"x\"}}", "line 3")]
    [InlineData("{\"messages\":[{\"a\":1}],\"media\":{\"/0/a\":\"../../../x\"}}", "not the name of a media file")]
    public void ABrokenLineInTheMiddleIsNamed(string line, string says)
    {
        TemporaryConversation.Ask(_file.Start(), "one");
        _file.Append(line + "\n{}\n");

        BedrockException e = Assert.Throws<BedrockException>(() => _file.Load());
        Assert.Equal(ClientErrorCode.ConversationInvalid, e.ErrorCode);
        Assert.Contains("line 3", e.Message, StringComparison.Ordinal);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MediaThatAreMissingOrChangedAreNamed()
    {
        ImageBlock image = new() { Format = "png", Source = new MediaSource { Bytes = Samples.Png() } };
        TemporaryConversation.Commit(_file.Start(), new Message(MessageRole.User, [image]), "ok");
        string media = Directory.GetFiles(_file.MediaFolder)[0];

        File.WriteAllText(media, "another");
        BedrockException changed = Assert.Throws<BedrockException>(() => _file.Load());
        File.Delete(media);
        BedrockException missing = Assert.Throws<BedrockException>(() => _file.Load());

        Assert.Contains("was changed", changed.Message, StringComparison.Ordinal);
        Assert.Contains("is missing", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThereSaysSo() => Assert.Equal(
        ClientErrorCode.ConversationNotFound, Assert.Throws<BedrockException>(() => _file.Load()).ErrorCode);

    [Fact]
    public void AnEditorMayLeaveAMarkAndBlankLines()
    {
        Conversation conversation = _file.Start();
        TemporaryConversation.Ask(conversation, "one");
        string text = File.ReadAllText(_file.Path).Replace("\n", "\r\n\r\n", StringComparison.Ordinal);
        File.WriteAllText(_file.Path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(_file.Load()));
    }

    [Fact]
    public void AnExportLoadsAsTheConversationThatItWas()
    {
        Conversation conversation = new() { ModelId = Calls.Model, System = "s", Title = "t", Summary = "before" };
        TemporaryConversation.Ask(conversation, "one", usage: new TokenUsage { InputTokens = 3, TotalTokens = 3 });
        TemporaryConversation.Ask(conversation, "two");
        ConversationFile.Write(conversation, _file.Path, isReplacing: false);

        Conversation loaded = _file.Load();
        Assert.Equal(3, _file.Lines.Length);
        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(loaded));
        Assert.Equal(
            (conversation.Id, "before", 3L, "end_turn"),
            (loaded.Id, loaded.Summary, loaded.Usage.InputTokens, loaded.StopReason));
        Assert.Null(conversation.Path);
        TemporaryConversation.Ask(loaded, "three");
        Assert.Equal(3, _file.Load().Turns);
    }
}
