namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Reports that the host cannot start with its settings; the message names what to set.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
