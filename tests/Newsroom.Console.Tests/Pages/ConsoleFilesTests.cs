using System.Net;
using System.Text.RegularExpressions;

namespace Newsroom.Console.Tests.Pages;

/// <summary>
/// A browser loads the files of the console once, compressed. Pages are not compressed: their size would tell of their words.
/// </summary>
public sealed partial class ConsoleFilesTests(ConsoleHost host)
{
    [Fact]
    public async Task Files_are_compressed_and_kept_and_pages_are_neither()
    {
        using var page = await AskAsync("/console/sign-in");
        page.Content.Headers.ContentEncoding.ShouldBeEmpty();
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var address in StyleSheets().Matches(text).Select(match => match.Groups[1].Value))
        {
            using var file = await AskAsync(address);
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
            file.Content.Headers.ContentEncoding.ShouldBe(["br"]);
            file.Headers.CacheControl!.Extensions.ShouldContain(extension => extension.Name == "immutable");
            file.Headers.Vary.ShouldContain("Accept-Encoding");
        }

        StyleSheets().Count(text).ShouldBe(1);
    }

    private async Task<HttpResponseMessage> AskAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        return await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]+)""")]
    private static partial Regex StyleSheets();
}
