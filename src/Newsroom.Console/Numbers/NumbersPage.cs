using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Numbers;

/// <summary>Shows how the work of desks goes, by week.</summary>
internal static class NumbersPage
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/numbers", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock)
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var report = await api.Client.Numbers.GetAsync(Given("desk"), Given("from"), Given("to"), http.RequestAborted);
        return Views.Of<NumbersView>(
            StatusCodes.Status200OK,
            (nameof(NumbersView.Visit), await visit),
            (nameof(NumbersView.Report), report.Value)
        );

        // A form sends its empty fields, too.
        string? Given(string field) => http.Request.Query[field].ToString() is { Length: > 0 } value ? value : null;
    }
}
