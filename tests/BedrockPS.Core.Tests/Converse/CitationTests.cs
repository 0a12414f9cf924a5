namespace BedrockPS.Tests;

public class CitationTests
{
    [Fact]
    public void AnAnswerTellsItsSourcesAndKeepsCitedTextInItsText()
    {
        ConverseResponse response = new() { Message = JsonOf.Received(
            """
            {"role":"assistant","content":[{"text":"It is "},{"citationsContent":{
              "content":[{"text":"thirty days."}],
              "citations":[{"title":"Terms","source":"s3://x","sourceContent":[{"text":"30 "},{"text":"days"}],
                "location":{"documentPage":{"documentIndex":0,"start":3,"end":3}}}]}}]}
            """) };

        Citation citation = Assert.Single(response.Citations);
        Assert.Equal("It is thirty days.", response.Text);
        Assert.Equal("Terms", citation.Title);
        Assert.Equal("thirty days.", citation.Text);
        Assert.Equal("30 days", citation.SourceText);
        Assert.NotNull(citation.Location);
    }
}
