using System.ComponentModel;
using System.Diagnostics;

namespace BedrockPS.Session;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class Browser
{
    /// <summary>Opens a page; false where there is no browser to open it in front of the user.</summary>
    public static bool TryOpen(Uri page)
    {
        if (IsRemote || !HasDesktop)
        {
            return false;
        }

        try
        {
            using Process? started = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    // It would open on a screen that the user does not see.
    private static bool IsRemote => IsSet("SSH_CONNECTION") || IsSet("SSH_TTY");

    // Without one, a browser of text may take the terminal over.
    private static bool HasDesktop =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
