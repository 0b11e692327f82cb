using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsroom.Api.Hosting;
using Newsroom.Api.Refusing;
using Newsroom.Domain;
using Newsroom.Domain.Desks;
using Wolverine.Http;

namespace Newsroom.Api.Rebuilding;

/// <summary>GET /views/verify-views, POST /views/rebuild-views</summary>
public static class ViewsEndpoint
{
    /// <summary>Compares every view with the events it is made of.</summary>
    [EndpointSummary("Compares every view with the events it is made of. Answers in JSON Lines while it goes on; the last line is the result.")]
    [ProducesResponseType<ViewReport>(StatusCodes.Status200OK)]
    [WolverineGet("/views/verify-views")]
    public static IResult Verify(ViewWalk views, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancel) => JsonLines.Of(views.Walk(repair: false, cancel), json.Value.SerializerOptions, cancel);

    /// <summary>Makes every view again from its events, while they are served.</summary>
    [EndpointSummary("Makes every view again from its events, while they are served: what differs is put right. Answers in JSON Lines while it goes on; the last line is the result.")]
    [ProducesResponseType<ViewReport>(StatusCodes.Status200OK)]
    [WolverinePost("/views/rebuild-views")]
    public static async Task<IResult> Rebuild(RebuildViews command, ViewWalk views, CallingActor caller, RefusalRecord refusals, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancel) =>
        Configuring.RefuseRebuild(caller.Actor) is { } refusal
            ? await refusals.Answer(refusal, caller.Actor, ConfigurationList.RebuildViews.Name, command, "views", story: null, cancel)
            : JsonLines.Of(views.Walk(repair: true, cancel), json.Value.SerializerOptions, cancel);
}

/// <summary>Make every view again.</summary>
public sealed record RebuildViews;
