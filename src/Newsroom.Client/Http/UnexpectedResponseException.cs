namespace Newsroom.Client.Http;

/// <summary>A response is not one of this API, or client and server have incompatible versions.</summary>
public sealed class UnexpectedResponseException : Exception
{
    internal UnexpectedResponseException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
