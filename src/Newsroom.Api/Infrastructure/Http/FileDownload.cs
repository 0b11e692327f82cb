namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Declares that the response is a file to save, whose name is in <c>Content-Disposition</c>.</summary>
public sealed record FileDownload;
