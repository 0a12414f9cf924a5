using System.Text.Json;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Native;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>A valid request to a model.</summary>
internal sealed record Inference(Prompt Prompt, JsonElement Body, LocalModel? Model, INativeFamily? Family);
