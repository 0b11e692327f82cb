namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>The host cannot start with the settings it was given; the message says what to set.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
