using System.Management.Automation;

namespace BedrockPS.Session;

/// <summary>Stops the local endpoints of the runspace from which the module is removed.</summary>
public sealed class ModuleLifetime : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceSession.End();
}
