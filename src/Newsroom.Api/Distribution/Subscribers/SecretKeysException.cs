namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>The keys of the subscribers' secrets are not configured, or cannot be read or written.</summary>
/// <param name="message">What failed, and what to do.</param>
/// <param name="inner">The cause.</param>
internal sealed class SecretKeysException(string message, Exception? inner = null) : Exception(message, inner);
