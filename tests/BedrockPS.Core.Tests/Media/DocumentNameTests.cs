using BedrockPS.Media;

namespace BedrockPS.Tests;

/// <summary>File names become names that the service takes, and none is taken twice.</summary>
public class DocumentNameTests
{
    [Theory]
    [InlineData("report_v1.2 (final).pdf", "pdf", "report v1-2 (final)")]
    [InlineData("/tmp/a__b..c.pdf", "pdf", "a b-c")]
    [InlineData("Übersicht façade Łódź.docx", "docx", "Ubersicht facade Lodz")]
    [InlineData("Ubersicht-re\u0301sume\u0301.txt", "txt", "Ubersicht-resume")]
    [InlineData("漢字.pdf", "pdf", "document")]
    [InlineData("2024年 report.pdf", "pdf", "2024- report")]
    [InlineData("two  spaces\tand\u00A0more.md", "md", "two spaces and more")]
    [InlineData("a[1]-b.csv", "csv", "a[1]-b")]
    [InlineData(".env", "txt", "env")]
    [InlineData("app.log", "txt", "app-log")]
    [InlineData("deploy.ps1", "txt", "deploy-ps1")]
    [InlineData("wrong.jpg", "pdf", "wrong-jpg")]
    [InlineData("🌊.txt", "txt", "document")]
    [InlineData(null, "pdf", "document")]
    public void AFileNameBecomesANameThatIsTaken(string? fileName, string format, string expected)
    {
        Assert.Equal(expected, DocumentNames.Of(fileName, format));
    }

    [Fact]
    public void WhateverTheFileNameTheNameIsValid()
    {
        Random random = new(20);
        for (int i = 0; i < 2000; i++)
        {
            string fileName = string.Concat(
                Enumerable.Range(0, random.Next(1, 300))
                    .Select(_ => (char)random.Next(1, i % 2 == 0 ? 0x180 : 0xFFFF)));
            Assert.Matches(@"^(?!.*\s\s)[A-Za-z0-9 \-()\[\]]{1,200}$", DocumentNames.Of(fileName, "pdf"));
        }
    }

    [Fact]
    public void ANameThatIsTakenGetsANumber()
    {
        Message earlier = new(MessageRole.User, [new DocumentBlock { Name = "Report" }]);
        DocumentBlock[] given = [new() { Name = "report" }, new() { Name = "report" }, new() { Name = "other" }];

        IReadOnlyList<ContentBlock> distinct = DocumentNames.MakeDistinct(given, [earlier]);

        Assert.Equal(["report (2)", "report (3)", "other"], distinct.Cast<DocumentBlock>().Select(d => d.Name));
        Assert.Equal("report", given[0].Name);
        Assert.Same(given[2], distinct[2]);
    }

    [Fact]
    public void ALongNameKeepsRoomForItsNumber()
    {
        DocumentBlock[] given = [new() { Name = new string('a', 200) }, new() { Name = new string('a', 200) }];
        DocumentBlock second = (DocumentBlock)DocumentNames.MakeDistinct(given, [])[1];
        Assert.Equal(new string('a', 196) + " (2)", second.Name);
    }
}
