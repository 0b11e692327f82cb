using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>What readers have and would have, and the commands that change it.</summary>
internal static class PublishPage
{
    private const string Done = "done";

    private const string Schedule = "schedule";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stories/{story}/publish", ShowAsync);
        endpoints.MapPost("/stories/{story}/publish", SendAsync);
    }

    private static Task<IResult> ShowAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(story, http, api, clock, attempt: null, badTime: null);

    private static async Task<IResult> SendAsync(string story, HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        if (CommandForms.Read(form) is not { } command)
        {
            return Results.BadRequest();
        }

        if (command.Name == Schedule && await SetInstantAsync(story, command, api, http.RequestAborted) is { } badTime)
        {
            return await ViewAsync(story, http, api, clock, new Attempt(form, null), badTime);
        }

        try
        {
            await api.Client.Stories.SendAsync(story, command, form[CommandForms.Key], http.RequestAborted);
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await ViewAsync(story, http, api, clock, new Attempt(form, refused), badTime: null);
        }

        http.Response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path}?{Done}={command.Name}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Replaces the local time of a form by its instant; returns why it has none.</summary>
    private static async Task<string?> SetInstantAsync(
        string story,
        NamedCommand command,
        ApiAccess api,
        CancellationToken cancellationToken
    )
    {
        var local = command.Body["time"]?.GetValue<string>() ?? "";
        var desk = (await api.Client.Stories.GetAsync(story, cancellationToken: cancellationToken)).Value.Desk;
        var clock = await ClockAsync(api, desk, cancellationToken);
        switch (clock.Read(local))
        {
            case []:
                // An instant with its offset, or what the API refuses.
                return null;
            case [var instant]:
                command.Body["time"] = instant.ToString("O", CultureInfo.InvariantCulture);
                return null;
            case var both:
                var readings = string.Join(" or ", both.Select(clock.Write));
                return $"{local} in {clock.Zone} is not one instant, because the clocks change. Use {readings}.";
        }
    }

    private static async Task<IResult> ViewAsync(
        string story,
        HttpContext http,
        ApiAccess api,
        TimeProvider clock,
        Attempt? attempt,
        string? badTime
    )
    {
        var visit = await Visit.LoadAsync(api.Client, http, clock);
        var model = await PublishModel.LoadAsync(api.Client, story, visit, http.RequestAborted);
        var done = http.Request.Query[Done].ToString();
        var refusal = attempt?.Refusal;
        return Views.Of<PublishView>(
            (int?)refusal?.StatusCode ?? (badTime is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
            (nameof(PublishView.Visit), visit),
            (nameof(PublishView.Model), model),
            (nameof(PublishView.Attempt), attempt),
            (nameof(PublishView.BadTime), badTime),
            (nameof(PublishView.Done), attempt is null && CommandForms.Has(done) ? done : null)
        );
    }

    private static async Task<DeskClock> ClockAsync(ApiAccess api, string desk, CancellationToken cancellationToken) =>
        new((await api.Client.Worklists.GetDesksAsync(cancellationToken)).Value.Items.FirstOrDefault(known => known.Id == desk)?.TimeZone);
}
