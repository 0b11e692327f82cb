namespace Newsroom.Console.Hosting;

/// <summary>Reports that a host cannot start with its settings; the message names what to set, and has no secret.</summary>
public sealed class HostSettingsException : Exception
{
    /// <summary>Creates an exception.</summary>
    public HostSettingsException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
