using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>GetFoundationModel and GetFoundationModelAvailability.</summary>
internal sealed partial class GetModelOperation(LocalCatalog catalog)
{
    public ValueTask RunAsync(LocalCall call)
    {
        bool isDetails = call.Route.Operation == Route.GetFoundationModel;
        LocalModel model = isDetails
            ? Find(call.Route.ModelId!, "modelIdentifier", ModelIdOrArn())
            : Find(call.Route.ModelId!, "modelId", ModelId());
        JsonObject answer = isDetails ? Details(model, call.Region) : Availability(model);
        return call.Response.SendAsync(new HttpResponse { Body = JsonText.Bytes(answer) });
    }

    private LocalModel Find(string id, string member, Regex allowed)
    {
        if (!allowed.IsMatch(id))
        {
            throw ServiceFault.Pattern(id, member);
        }

        return catalog.Find(id[(id.IndexOf('/') + 1)..]) ?? throw new ServiceFault(
            "ResourceNotFoundException", "Could not resolve the foundation model from the provided model identifier.");
    }

    private static JsonObject Details(LocalModel model, string region) => new() { ["modelDetails"] = model.In(region) };

    private static JsonObject Availability(LocalModel model) => new()
    {
        ["modelId"] = model.Id,
        ["agreementAvailability"] = new JsonObject { ["status"] = AvailabilityStatus.Available },
        ["authorizationStatus"] = AvailabilityStatus.Authorized,
        ["entitlementAvailability"] = AvailabilityStatus.Available,
        ["regionAvailability"] = AvailabilityStatus.Available,
    };

    [GeneratedRegex("^[a-z0-9-]+([.][a-z0-9-]+)+(:[a-z0-9-]+){0,2}$")]
    private static partial Regex ModelId();

    [GeneratedRegex("^(arn:aws[a-z-]*:bedrock:[a-z0-9-]*::foundation-model/)?"
        + "[a-z0-9-]+([.][a-z0-9-]+)+(:[a-z0-9-]+){0,2}$")]
    private static partial Regex ModelIdOrArn();
}
