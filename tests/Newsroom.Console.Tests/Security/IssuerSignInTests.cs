using System.Net;

namespace Newsroom.Console.Tests.Security;

/// <summary>People of a console in a process without the API sign in at an OpenID Connect issuer.</summary>
public sealed class IssuerSignInTests : IAsyncLifetime
{
    private SeparateConsole console = null!;

    private StubNewsroom Stub => console.Stub;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => console = await SeparateConsole.StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => console.DisposeAsync();

    [Fact]
    public async Task A_person_signs_in_at_the_issuer_and_reads_with_their_token()
    {
        var signIn = await console.Visitor.GetStringAsync(new Uri(console.Address, "sign-in?return=/"), Cancellation);
        signIn.ShouldContain("/sign-in/issuer?return=%2F");

        var session = await console.SignInAsync();

        Stub.Authorization!["response_type"].ToString().ShouldBe("code");
        Stub.Authorization["code_challenge_method"].ToString().ShouldBe("S256");
        Stub.Authorization["scope"].ToString().ShouldBe("openid profile roles");
        Stub.Authorization["audience"].ToString().ShouldBe("newsroom");
        Stub.Authorization["redirect_uri"].ToString().ShouldBe($"https://{console.Address.Authority}/signin-oidc");
        Stub.TokenRequest!.ContainsKey("code_verifier").ShouldBeTrue();
        (session.Secure, session.HttpOnly).ShouldBe((true, true));
        var (status, page) = await ReadAsync(session);
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Nothing waits for you.");
    }

    [Fact]
    public async Task A_token_that_the_API_refuses_ends_the_session()
    {
        var session = await console.SignInAsync();
        Stub.Accepts = false;
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.Redirect);

        Stub.Accepts = true;

        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task No_one_signs_in_by_name()
    {
        var page = await console.Visitor.GetStringAsync(new Uri(console.Address, "sign-in"), Cancellation);

        page.ShouldNotContain("name=\"person\"");
    }

    private async Task<(HttpStatusCode Status, string Page)> ReadAsync(Cookie session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, console.Address);
        request.Headers.Add("Cookie", $"{session.Name}={session.Value}");
        using var answer = await console.Visitor.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
