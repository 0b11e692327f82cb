using System.Collections;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Newsroom.Api.Composition.Titles;

/// <summary>
/// The features of a request as the host of a title gets them: those of the server, without those that middleware of the front added. What
/// the title sets does not reach the front.
/// </summary>
/// <param name="request">The features of the front's request.</param>
internal sealed class TitleFeatures(IFeatureCollection request) : IFeatureCollection
{
    /// <summary>Features of an application, each of which the title's has to create.</summary>
    private static readonly HashSet<Type> OfApplication =
    [
        typeof(IServiceProvidersFeature),
        typeof(IEndpointFeature),
        typeof(IRouteValuesFeature),
        typeof(IHttpAuthenticationFeature),
        typeof(IAuthenticateResultFeature),
        typeof(IExceptionHandlerFeature),
        typeof(IExceptionHandlerPathFeature),
        typeof(IStatusCodePagesFeature),
        typeof(IStatusCodeReExecuteFeature),
        typeof(IItemsFeature),
        typeof(IQueryFeature),
        typeof(IFormFeature),
        typeof(IRequestCookiesFeature),
        typeof(IResponseCookiesFeature),
        typeof(ISessionFeature),
        typeof(IHttpMetricsTagsFeature),
        typeof(IHttpActivityFeature),
    ];

    private readonly Dictionary<Type, object?> own = [];
    private int changes;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public int Revision => changes + request.Revision;

    /// <inheritdoc/>
    public object? this[Type key]
    {
        get
        {
            if (own.TryGetValue(key, out var set))
            {
                return set;
            }

            return OfApplication.Contains(key) ? null : request[key];
        }
        set
        {
            own[key] = value;
            changes++;
        }
    }

    /// <inheritdoc/>
    public TFeature? Get<TFeature>() => (TFeature?)this[typeof(TFeature)];

    /// <inheritdoc/>
    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() =>
        own.Where(set => set.Value is not null)
            .Select(set => KeyValuePair.Create(set.Key, set.Value!))
            .Concat(request.Where(given => !own.ContainsKey(given.Key) && !OfApplication.Contains(given.Key)))
            .GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
