namespace Newsroom.Client.Http;

/// <summary>No server answers at the address, or the connection broke off.</summary>
public sealed class ApiUnreachableException : Exception
{
    internal ApiUnreachableException(Uri? address, string reason, Exception innerException)
        : base($"No newsroom answers at {address}: {reason.TrimEnd('.')}.", innerException) => Address = address;

    /// <summary>Gets the server's address.</summary>
    public Uri? Address { get; }
}
