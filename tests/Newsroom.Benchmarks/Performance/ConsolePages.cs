using System.Net;
using System.Text.RegularExpressions;

namespace Newsroom.Benchmarks.Performance;

/// <summary>A person who is signed in to the console and loads pages as a browser does.</summary>
internal sealed partial class ConsolePages : IDisposable
{
    private const string Root = "/console";

    private readonly HttpClient http;

    private ConsolePages(Uri address) =>
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Signs in a person of the development issuer.</summary>
    public static async Task<ConsolePages> SignInAsync(ServedNewsroom newsroom, string user)
    {
        var pages = new ConsolePages(newsroom.Address);
        var form = await pages.http.GetStringAsync($"{Root}/sign-in");
        using var answer = await pages.http.PostAsync(
            $"{Root}/sign-in",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["__RequestVerificationToken"] = WebUtility.HtmlDecode(AntiforgeryToken().Match(form).Groups[1].Value),
                    ["person"] = $"{user}@newsroom-development",
                }
            )
        );
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther
            ? pages
            : throw new InvalidOperationException($"{user} is not signed in: {answer.StatusCode}");
    }

    /// <summary>Reads a page to its end.</summary>
    public async Task<byte[]> ReadAsync(string path)
    {
        using var answer = await http.GetAsync($"{Root}{path}");
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync()
            : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    /// <summary>Returns the files that a page loads, with the bytes of each as they are sent to a browser.</summary>
    public async Task<IReadOnlyList<(string Address, long Bytes)>> FilesAsync(string page)
    {
        var files = new List<(string, long)>();
        foreach (var address in Loaded().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            if (answer.Headers.CacheControl?.Extensions.Any(extension => extension.Name == "immutable") != true)
            {
                throw new InvalidOperationException($"A browser asks for {address} again with each page.");
            }

            files.Add((address, (await answer.Content.ReadAsByteArrayAsync()).Length));
        }

        return files;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex AntiforgeryToken();

    [GeneratedRegex("""<(?:script type="module" src|link rel="(?:stylesheet|icon|modulepreload)"[^>]* href)="([^"]+)""")]
    private static partial Regex Loaded();
}
