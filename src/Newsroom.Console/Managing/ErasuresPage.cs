using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Erasures;
using Newsroom.Client.Http;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Managing;

/// <summary>Requests and decides erasures of personal data.</summary>
internal static class ErasuresPage
{
    /// <summary>The command that asks for an erasure.</summary>
    public const string RequestErasure = "request-erasure";

    /// <summary>The command that carries out an erasure.</summary>
    public const string ApproveErasure = "approve-erasure";

    /// <summary>The command that turns down an erasure.</summary>
    public const string RejectErasure = "reject-erasure";

    /// <summary>The field with the erasure.</summary>
    public const string Erasure = "erasure";

    private static readonly string[] Commands = [RequestErasure, ApproveErasure, RejectErasure];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/erasures", ShowAsync);
        endpoints.MapPost("/erasures", SendAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(http, api, clock, attempt: null);

    private static async Task<IResult> SendAsync(HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        try
        {
            return await CarryOutAsync(api.Client.Erasures, form, http.RequestAborted)
                ? Views.SeeOther(
                    http,
                    $"{http.Request.PathBase}{http.Request.Path}?{CommandPage.Done}={form[CommandForms.Command]}"
                )
                : Results.BadRequest();
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await ViewAsync(http, api, clock, new Attempt(form, refused));
        }
    }

    /// <summary>Returns false for a form that is not one of the page.</summary>
    private static async Task<bool> CarryOutAsync(ErasuresClient erasures, IFormCollection form, CancellationToken cancellationToken)
    {
        var (command, key) = (form[CommandForms.Command].ToString(), form[CommandForms.Key].ToString());
        if (command == RequestErasure)
        {
            var asked = new ErasureRequest($"{form["kind"]}", $"{form["subject"]}", $"{form["legalBasis"]}", $"{form["reason"]}");
            await erasures.RequestAsync(asked, key, cancellationToken);
            return true;
        }

        if (!Commands.Contains(command) || !Guid.TryParse(form[Erasure], out var erasure))
        {
            return false;
        }

        await (
            command == ApproveErasure
                ? erasures.ApproveAsync(erasure, key, cancellationToken)
                : erasures.RejectAsync(erasure, $"{form["reason"]}", key, cancellationToken)
        );
        return true;
    }

    private static async Task<IResult> ViewAsync(HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var names = PersonNames.LoadAsync(api.Client, http.RequestAborted);
        var erasures = (await api.Client.Erasures.ListAsync(http.RequestAborted)).Value.Items;
        var done = http.Request.Query[CommandPage.Done].ToString();
        return Views.Of<ErasuresView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(ErasuresView.Visit), await visit),
            (nameof(ErasuresView.Names), await names),
            (nameof(ErasuresView.Erasures), erasures),
            (nameof(ErasuresView.Attempt), attempt),
            (nameof(ErasuresView.Done), attempt is null && Commands.Contains(done) ? done : null)
        );
    }
}
