using Microsoft.AspNetCore.Http.Features;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Hands each request to its title: that of its host name, else that of its token.</summary>
/// <param name="titles">The titles.</param>
/// <param name="settings">The settings of the installation.</param>
/// <param name="health">The health of the installation.</param>
internal sealed class TitleRouter(TitleSupervisor titles, TitleSettings settings, TitleHealth health)
{
    /// <summary>Handles a request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (titles.AtHost(HostOf(http.Request)) is { } named)
        {
            await PassAsync(http, named);
        }
        else if (TitleHealth.IsFor(http.Request))
        {
            await health.AnswerAsync(http);
        }
        else if (TitleClaim.Of(http.Request, settings.Claim) is { } name && titles.Runners.TryGetValue(name, out var claimed))
        {
            // At one address there are several titles: a cache must not give the response to the readers of another one.
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.Append("Vary", "Authorization");
                return Task.CompletedTask;
            });
            await PassAsync(http, claimed);
        }
        else
        {
            await RefuseAsync(http);
        }
    }

    // As it is sent: the framework decodes the name, and throws for one that is not valid.
    private static string HostOf(HttpRequest request) => new HostString(request.Headers.Host.ToString()).Host.TrimEnd('.');

    private static async Task PassAsync(HttpContext http, TitleRunner title)
    {
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            // The host of the title measures the request.
            metrics.MetricsDisabled = true;
        }

        if (title.Host is not { } host || !await host.HandleAsync(http))
        {
            Complete(http);
            http.Response.Headers.RetryAfter = $"{DatabaseUnavailable.RetryAfter}";
            await Problems.Unavailable("title-unavailable", "The title is being started, or cannot be started. Retry.").ExecuteAsync(http);
        }
    }

    private static Task RefuseAsync(HttpContext http)
    {
        const int status = StatusCodes.Status421MisdirectedRequest;
        Complete(http);
        return Results
            .Problem(
                "This server has nothing at this host name. Use the host name of a title, or a token that names one.",
                statusCode: status,
                title: ProblemTitles.Of(status),
                type: ProblemTypes.UriOf("unknown-title")
            )
            .ExecuteAsync(http);
    }

    private static void Complete(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
    }
}
