using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cookie = System.Net.Cookie;
using Method = System.Net.Http.HttpMethod;

namespace Newsroom.Console.Tests;

/// <summary>A person who uses the console without scripts: reads pages, follows links, fills in forms and sends them.</summary>
internal sealed class Visitor : IDisposable
{
    private const StringComparison Exactly = StringComparison.Ordinal;

    private static readonly IBrowsingContext Html = BrowsingContext.New();

    private readonly ConsoleHost host;

    private readonly CookieContainer cookies = new();

    private readonly List<string> setCookies = [];

    private readonly HttpClient http;

    private Visitor(ConsoleHost host)
    {
        this.host = host;
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false });
    }

    /// <summary>Gets the cookies as the console has set them, in their order.</summary>
    public IReadOnlyList<string> SetCookies => setCookies;

    /// <summary>Gets the page.</summary>
    public IDocument Page { get; private set; } = null!;

    /// <summary>Gets the status of the page.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Gets the heading of the page.</summary>
    public string Heading => TextOf("h1");

    /// <summary>Gets the content of the page.</summary>
    public string Main => TextOf("main");

    /// <summary>Gets the refusal that the page shows.</summary>
    public string Refusal => TextOf("#refusal");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Returns a person of the sample newsroom who is signed in. All tests share one session of each.</summary>
    public static async Task<Visitor> OfAsync(ConsoleHost host, string name)
    {
        var visitor = new Visitor(host);
        var session = await host.Sessions.GetOrAdd(name, _ => new Lazy<Task<CookieCollection>>(() => CookiesOfAsync(host, name))).Value;
        session.ToList().ForEach(visitor.Add);
        return visitor;
    }

    /// <summary>Signs in a person of the sample newsroom, with a session of their own.</summary>
    public static async Task<Visitor> SignInAsync(ConsoleHost host, string name)
    {
        var visitor = new Visitor(host);
        await visitor.SignInAsync(name);
        return visitor;
    }

    /// <summary>Signs in.</summary>
    public async Task SignInAsync(string name)
    {
        await OpenAsync("/sign-in");
        await PressAsync(name);
        Heading.ShouldContain("My work");
    }

    /// <summary>Does something in another tab; the page stays.</summary>
    public async Task InAnotherTabAsync(Func<Task> action)
    {
        var (page, status) = (Page, Status);
        await action();
        (Page, Status) = (page, status);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>Opens a page of the console.</summary>
    public async Task OpenAsync(string path)
    {
        using var request = new HttpRequestMessage(Method.Get, new Uri($"{host.Console}{path}"));
        await SendAsync(request);
    }

    /// <summary>Downloads a file of the console.</summary>
    public Task<HttpResponseMessage> DownloadAsync(string path) => http.GetAsync(new Uri($"{host.Console}{path}"), Cancellation);

    /// <summary>Opens a response that does not end.</summary>
    public Task<Stream> ListenAsync(string path) => http.GetStreamAsync(new Uri($"{host.Console}{path}"), Cancellation);

    /// <summary>Follows the link with these words.</summary>
    public Task FollowAsync(string words) =>
        FollowAsync(Single<IHtmlAnchorElement>("a[href]", link => TextOf(link) == words, $"link “{words}”"));

    /// <summary>Follows a link.</summary>
    public async Task FollowAsync(IElement link)
    {
        using var request = new HttpRequestMessage(Method.Get, new Uri(((IHtmlAnchorElement)link).Href));
        await SendAsync(request);
    }

    /// <summary>Presses the button with these words, which sends its form.</summary>
    public Task PressAsync(string words) =>
        PressAsync(Single<IHtmlButtonElement>("button", button => TextOf(button) == words, $"button “{words}”"));

    /// <summary>Presses a button, which sends its form.</summary>
    public async Task PressAsync(IElement element)
    {
        var button = (IHtmlButtonElement)element;
        var form = button.Form!.GetSubmission(button)!;
        using var request = new HttpRequestMessage(new Method(form.Method.ToString()), new Uri(form.Target.Href));
        if (request.Method == Method.Post)
        {
            request.Content = new StreamContent(form.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", form.MimeType);
        }

        await SendAsync(request);
    }

    /// <summary>Returns a cookie.</summary>
    public Cookie Cookie(string name) => cookies.GetAllCookies().Single(cookie => cookie.Name == name);

    /// <summary>Returns whether the page has a button with these words.</summary>
    public bool HasButton(string words) => Page.QuerySelectorAll("button").Any(button => TextOf(button) == words);

    /// <summary>Writes into the field with this label, selects its option with this value, or selects this choice.</summary>
    public void Fill(string label, string? value = null, string within = "main")
    {
        switch (Field(label, within))
        {
            case IHtmlTextAreaElement area:
                area.Value = value!;
                break;
            case IHtmlSelectElement select:
                select.Options.ShouldContain(option => option.Value == value);
                select.Value = value;
                break;
            case IHtmlInputElement { Type: "radio" } choice:
                foreach (var other in Page.QuerySelectorAll<IHtmlInputElement>($"input[name='{choice.Name}']"))
                {
                    other.IsChecked = false;
                }

                choice.IsChecked = true;
                break;
            case IHtmlInputElement { Type: "checkbox" } choice:
                choice.IsChecked = true;
                break;
            case IHtmlInputElement input:
                input.Value = value!;
                break;
        }
    }

    /// <summary>Chooses a file in the field with this label.</summary>
    public void Attach(string label, string name, byte[] content) =>
        ((IHtmlInputElement)Field(label, "main")).Files!.Add(new UploadedFile(name, content));

    /// <summary>Returns the value of the field with this label.</summary>
    public string ValueOf(string label, string within = "main") =>
        Field(label, within) switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked ? "chosen" : "",
            IHtmlInputElement input => input.Value,
            var other => throw new InvalidOperationException($"{label}: {other}"),
        };

    /// <summary>Returns the words of the only element that a selector finds, or of the first of several.</summary>
    public string TextOf(string selector) =>
        TextOf(Page.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} in: {TextOf(Page.Body!)}"));

    /// <summary>Returns the words of the region with this heading.</summary>
    public string Region(string heading) =>
        TextOf(Single<IElement>("section", region => TextOf(region).StartsWith(heading, Exactly), $"region “{heading}”"));

    private static async Task<CookieCollection> CookiesOfAsync(ConsoleHost host, string name)
    {
        using var visitor = await SignInAsync(host, name);
        return visitor.cookies.GetAllCookies();
    }

    private void Add(Cookie cookie) =>
        cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain) { HttpOnly = cookie.HttpOnly });

    private static string TextOf(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IElement Field(string label, string within)
    {
        var found = Single<IHtmlLabelElement>($"{within} label", element => TextOf(element) == label, $"field “{label}”");
        return Page.GetElementById(found.HtmlFor!)!;
    }

    private T Single<T>(string selector, Func<T, bool> isMeant, string what)
        where T : IElement =>
        Page.QuerySelectorAll(selector).OfType<T>().FirstOrDefault(isMeant)
        ?? throw new InvalidOperationException($"There is no {what} in: {TextOf(Page.Body!)}");

    // A redirect is followed with GET, as a browser follows it.
    private async Task SendAsync(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, Cancellation);
        setCookies.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        if (answer.Headers.Location is { } location)
        {
            using var next = new HttpRequestMessage(Method.Get, new Uri(request.RequestUri!, location));
            await SendAsync(next);
            return;
        }

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Page = await Html.OpenAsync(response => response.Content(text).Address(request.RequestUri!.ToString()), Cancellation);
        Status = answer.StatusCode;
    }
}
