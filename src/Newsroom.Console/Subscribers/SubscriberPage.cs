using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;
using Newsroom.Console.Settings;

namespace Newsroom.Console.Subscribers;

/// <summary>Lists and registers subscribers, and changes one of them.</summary>
internal static class SubscriberPage
{
    /// <summary>The field that confirms a removal.</summary>
    public const string Confirmed = "confirmed";

    private const long Events = 50;

    private const long Deliveries = 20;

    private const long Unacknowledged = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/subscribers", ListAsync);
        endpoints.MapPost("/subscribers", RegisterAsync);
        endpoints.MapGet("/subscribers/{subscriber}", ShowAsync);
        endpoints.MapPost("/subscribers/{subscriber}", SendAsync);
    }

    private static Task<IResult> ListAsync(HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewListAsync(http, api, clock, attempt: null, secret: null);

    private static async Task<IResult> RegisterAsync(HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        if (SubscriberForms.Read("", form) is not { } command)
        {
            return Results.BadRequest();
        }

        try
        {
            // The secret is in this page only. A repeat of the form has the same key, and its answer has no secret.
            var answer = await api.Client.Configuration.SendAsync(command, form[CommandForms.Key], http.RequestAborted);
            return await ViewListAsync(http, api, clock, attempt: null, ShownSecret.Of(answer.Value));
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await ViewListAsync(http, api, clock, new Attempt(form, refused), secret: null);
        }
    }

    private static Task<IResult> ShowAsync(string subscriber, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(subscriber, http, api, clock, attempt: null, secret: null);

    private static async Task<IResult> SendAsync(
        string subscriber,
        HttpContext http,
        IFormCollection form,
        ApiAccess api,
        TimeProvider clock
    )
    {
        if (SubscriberForms.Read(subscriber, form) is not { } command)
        {
            return Results.BadRequest();
        }

        var name = form[CommandForms.Command].ToString();
        if (name == SubscriberForms.Remove && form[Confirmed] != "true")
        {
            const string fault = "Confirm that the subscriber is removed: its secrets are deleted, and its id is not used again.";
            return await ViewAsync(subscriber, http, api, clock, new Attempt(form, null) { Fault = fault }, secret: null);
        }

        try
        {
            var answer = await api.Client.Configuration.SendAsync(command, form[CommandForms.Key], http.RequestAborted);
            return name == SubscriberForms.Rotate
                ? await ViewAsync(subscriber, http, api, clock, attempt: null, ShownSecret.Of(answer.Value))
                : Views.SeeOther(http, $"{http.Request.PathBase}{http.Request.Path}?{CommandPage.Done}={name}");
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await ViewAsync(subscriber, http, api, clock, new Attempt(form, refused), secret: null);
        }
    }

    private static async Task<IResult> ViewListAsync(
        HttpContext http,
        ApiAccess api,
        TimeProvider clock,
        Attempt? attempt,
        ShownSecret? secret
    )
    {
        var subscribers = api.Client.Subscribers.ListAsync(http.RequestAborted);
        var open = api.Client.Subscribers.GetUnacknowledgedAsync(new PageRequest(null, Unacknowledged), http.RequestAborted);
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var sample = new JsonObject { ["id"] = "sample-of-the-console", ["name"] = "Sample", ["url"] = "https://example.org" };
        var register = AskAsync(api, SubscriberForms.Register, "", sample, http);
        return Views.Of<SubscribersView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(SubscribersView.Visit), await visit),
            (nameof(SubscribersView.Subscribers), (await subscribers).Value.Items),
            (nameof(SubscribersView.Unacknowledged), (await open).Value.Items),
            (nameof(SubscribersView.Register), await register),
            (nameof(SubscribersView.Attempt), attempt),
            (nameof(SubscribersView.Secret), secret)
        );
    }

    private static async Task<IResult> ViewAsync(
        string subscriber,
        HttpContext http,
        ApiAccess api,
        TimeProvider clock,
        Attempt? attempt,
        ShownSecret? secret
    )
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var known = (await api.Client.Subscribers.GetAsync(subscriber, http.RequestAborted)).Value;
        var page = new PageRequest(http.Request.Query["after"], Events);
        var history = api.Client.Subscribers.GetHistoryAsync(subscriber, page, http.RequestAborted);
        var sent = api.Client.Subscribers.GetDeliveriesAsync(
            subscriber,
            page: new PageRequest(null, Deliveries),
            cancellationToken: http.RequestAborted
        );
        var change = AskAsync(api, SubscriberForms.Change, subscriber, new JsonObject(), http);
        return Views.Of<SubscriberView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(SubscriberView.Visit), await visit),
            (nameof(SubscriberView.Subscriber), known),
            (nameof(SubscriberView.History), (await history).Value),
            (nameof(SubscriberView.Deliveries), (await sent).Value.Items),
            (nameof(SubscriberView.Change), await change),
            (nameof(SubscriberView.Attempt), attempt),
            (nameof(SubscriberView.Done), DoneOf(http, attempt)),
            (nameof(SubscriberView.Secret), secret)
        );
    }

    private static Task<Offer> AskAsync(ApiAccess api, string name, string subscriber, JsonObject body, HttpContext http) =>
        SettingsOffers.AskAsync(api.Client, name, SubscriberForms.Of(name, subscriber, body), http.RequestAborted);

    private static string? DoneOf(HttpContext http, Attempt? attempt) =>
        attempt is null && http.Request.Query[CommandPage.Done].ToString() is var done && SubscriberForms.Has(done) ? done : null;
}

/// <summary>The secret of an answer.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Secret">The secret; null in the answer to a repeat.</param>
/// <param name="Notice">Why there is no secret; null where there is one.</param>
public sealed record ShownSecret(string Subscriber, string? Secret, string? Notice)
{
    /// <summary>Reads an answer.</summary>
    public static ShownSecret Of(JsonObject answer) =>
        new(
            answer["subscriber"]?["name"]?.GetValue<string>() ?? "",
            answer["secret"]?.GetValue<string>(),
            answer["notice"]?.GetValue<string>()
        );
}
