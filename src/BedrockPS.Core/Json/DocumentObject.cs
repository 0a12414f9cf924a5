using System.Collections.Specialized;
using System.Text;

namespace BedrockPS.Json;

/// <summary>A free-form object, whose text is compact JSON: a column of a table or of a CSV file shows it.</summary>
internal sealed class DocumentObject(StringComparer comparer) : OrderedDictionary(comparer)
{
    public override string ToString() => Encoding.UTF8.GetString(BedrockJson.WriteDocument(this));
}
