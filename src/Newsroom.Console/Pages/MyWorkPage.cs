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

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock)
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var page = new PageRequest(http.Request.Query["after"], Lines);
        var work = (await api.Client.Worklists.GetMyWorkAsync(page: page, cancellationToken: http.RequestAborted)).Value;
        return Views.Of<MyWorkView>(
            StatusCodes.Status200OK,
            (nameof(MyWorkView.Visit), await visit),
            (nameof(MyWorkView.Items), work.Items.OrderBy(item => item.Since).ToList()),
            (nameof(MyWorkView.Next), work.Next)
        );
    }
}
