namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Declares that the response of a read has the version of the story as its <c>ETag</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HasETagAttribute : Attribute;
