namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Declares that the body of a request is the content of a file, of any media type.</summary>
/// <param name="Description">What the content is.</param>
/// <param name="MaxBytes">Its maximum length in bytes.</param>
public sealed record BinaryBody(string Description, long MaxBytes);
