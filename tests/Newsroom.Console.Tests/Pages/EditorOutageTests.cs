using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Newsroom.Console.Tests.Security;

namespace Newsroom.Console.Tests.Pages;

/// <summary>What is written is not lost while the API does not answer.</summary>
public sealed class EditorOutageTests
{
    private const string Body = "\n\nTyped <b>while</b> the API was away.\r\n\r\n“Kept.”  ";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_that_the_API_does_not_answer_keeps_what_was_typed_and_its_key()
    {
        await using var console = await SeparateConsole.StartAsync();
        var session = await console.SignInAsync();
        var (cookies, token) = await TokenAsync(console, session);
        console.Stub.Answers = false;

        var first = await SaveAsync(console, cookies, token);
        var second = await SaveAsync(console, cookies, token);

        foreach (var (status, page) in new[] { first, second })
        {
            status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.QuerySelector("#unsaved")!.TextContent.ShouldContain("The API does not answer.");
            ValueOf(page, "headline").ShouldBe("Kept & <typed>");
            ValueOf(page, "body").ShouldBe(Body.ReplaceLineEndings("\n"));
            page.QuerySelector<IHtmlInputElement>("form.editor input[name=key]")!.Value.ShouldBe("the-key-of-this-save");
        }
    }

    // Each page has the token of the form that signs out.
    private static async Task<(string Cookies, string Token)> TokenAsync(SeparateConsole console, Cookie session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, console.Address);
        request.Headers.Add("Cookie", $"{session.Name}={session.Value}");
        using var answer = await console.Visitor.SendAsync(request, Cancellation);
        var page = await ReadAsync(answer);
        var set = answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        return (string.Join("; ", set.Append($"{session.Name}={session.Value}").Distinct()), token);
    }

    private static async Task<(HttpStatusCode Status, IDocument Page)> SaveAsync(SeparateConsole console, string cookies, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(console.Address, "stories/kept/edit"));
        request.Headers.Add("Cookie", cookies);
        request.Content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            new("version", "3"),
            new("key", "the-key-of-this-save"),
            new("headline", "Kept & <typed>"),
            new("standfirst", ""),
            new("body", Body),
            new("do", "save"),
        ]);
        using var answer = await console.Visitor.SendAsync(request, Cancellation);
        return (answer.StatusCode, await ReadAsync(answer));
    }

    private static async Task<IDocument> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return await BrowsingContext.New().OpenAsync(response => response.Content(text), Cancellation);
    }

    private static string ValueOf(IDocument page, string name) =>
        page.QuerySelector<IHtmlTextAreaElement>($"textarea[name={name}]")!.Value.ReplaceLineEndings("\n");
}
