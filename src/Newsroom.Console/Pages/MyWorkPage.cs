using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Client.Worklists;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>Shows the work that waits for the person.</summary>
internal static class MyWorkPage
{
    private const long Lines = 50;

    private const string Unacknowledged = "/deliveries/unacknowledged";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock)
    {
        var loading = Visit.LoadAsync(api.Client, http, clock);
        var page = new PageRequest(http.Request.Query["after"], Lines);
        var work = (await api.Client.Worklists.GetMyWorkAsync(page: page, cancellationToken: http.RequestAborted)).Value;
        var visit = await loading;
        var open = visit.Reads(Unacknowledged)
            ? (await api.Client.Subscribers.GetUnacknowledgedAsync(new PageRequest(null, Lines), http.RequestAborted)).Value.Items
            : [];
        return Views.Of<MyWorkView>(
            StatusCodes.Status200OK,
            (nameof(MyWorkView.Visit), visit),
            (nameof(MyWorkView.Unacknowledged), open),
            (nameof(MyWorkView.Items), work.Items.OrderBy(item => item.Since).ToList()),
            (nameof(MyWorkView.Next), work.Next)
        );
    }
}
