using System.Reflection;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The body of a request as <see cref="RequestBodies"/> read it, of the type that the endpoint's metadata names.</summary>
/// <param name="Value">The body; never null.</param>
public sealed record RequestBody(object Value)
{
    /// <summary>Binds a parameter of an endpoint.</summary>
    /// <exception cref="BadHttpRequestException">The request has no JSON body.</exception>
    public static ValueTask<RequestBody> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var body = http.Features.Get<RequestBody>();
        return body is null
            ? throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status415UnsupportedMediaType)
            : ValueTask.FromResult(body);
    }
}
