using System.Net;
using Newsroom.Client.SignIn;
using static System.StringComparison;

namespace Newsroom.Client.Tests.SignIn;

/// <summary>Sign-in by device code, renewal and revocation, as RFC 8628, 6749 and 7009 require.</summary>
public sealed class TokenIssuerTests : IDisposable
{
    private const string Device = """
        { "device_code": "secret", "user_code": "ABCD-EFGH", "verification_uri": "https://login.example/verify", "expires_in": 60,
          "interval": 2 }
        """;

    private const string Tokens = """{ "access_token": "first", "refresh_token": "more", "token_type": "Bearer", "expires_in": 300 }""";

    private readonly StubIssuer issuer = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => issuer.Dispose();

    [Fact]
    public async Task Tokens_are_returned_once_the_person_has_confirmed()
    {
        issuer.Answer(Device).Refuse("authorization_pending").Refuse("authorization_pending").Answer(Tokens);

        var tokens = await SignInAsync(audience: null);

        tokens.ShouldBe(new IssuedTokens("first", "more", new DateTimeOffset(2026, 3, 12, 9, 5, 6, TimeSpan.Zero)));
        issuer.Clock.Seconds.ShouldBe([2, 2, 2]);
        issuer.Requests[0].ShouldBe("/device scope=openid+roles+offline_access&client_id=newsroom-cli");
        issuer.Requests[1].ShouldContain("device_code=secret");
    }

    [Fact]
    public async Task A_service_account_gets_a_token_with_its_secret()
    {
        issuer.Answer("""{ "access_token": "first", "token_type": "Bearer", "expires_in": 300 }""");
        using var connected = issuer.Connect();

        var tokens = await connected.RequestClientTokenAsync("s3cret", ["read"], "newsroom", Cancellation);

        tokens.ShouldBe(new IssuedTokens("first", null, new DateTimeOffset(2026, 3, 12, 9, 5, 0, TimeSpan.Zero)));
        issuer.Requests.ShouldBe(
            ["/token audience=newsroom&grant_type=client_credentials&scope=read&client_id=newsroom-cli&client_secret=s3cret"]
        );
    }

    [Fact]
    public async Task An_issuer_that_refuses_the_audience_is_asked_without_it()
    {
        issuer.Refuse("invalid_request").Answer("""{ "access_token": "first", "token_type": "Bearer", "expires_in": 300 }""");
        using var connected = issuer.Connect();

        (await connected.RequestClientTokenAsync("s3cret", [], "newsroom", Cancellation)).AccessToken.ShouldBe("first");

        issuer.Requests.Count(request => request.Contains("audience", Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_service_account_with_a_wrong_secret_is_refused(HttpStatusCode status)
    {
        issuer.Answer("""{ "error": "invalid_client" }""", status);
        using var connected = issuer.Connect();

        var refused = await Should.ThrowAsync<IssuerException>(() => connected.RequestClientTokenAsync("wrong", [], null, Cancellation));

        refused.Message.ShouldStartWith("The issuer did not sign the service account in: ");
        refused.Error.ShouldBe("invalid_client");
    }

    [Fact]
    public async Task The_issuer_slows_requests_down()
    {
        issuer.Answer(Device).Refuse("slow_down").Refuse("authorization_pending").Refuse("slow_down").Answer(Tokens);

        await SignInAsync(audience: null);

        issuer.Clock.Seconds.ShouldBe([2, 7, 7, 12]);
    }

    [Fact]
    public async Task A_broken_connection_is_retried_less_often()
    {
        issuer.Answer(Device).Break().Answer("{}", HttpStatusCode.BadGateway).Answer(Tokens);

        (await SignInAsync(audience: null)).AccessToken.ShouldBe("first");
        issuer.Clock.Seconds.ShouldBe([2, 4, 8]);
    }

    [Theory]
    [InlineData("access_denied", "The sign-in was denied")]
    [InlineData("expired_token", "the code expired")]
    [InlineData("invalid_client", "You are not signed in: invalid_client.")]
    public async Task A_sign_in_that_the_issuer_refuses_ends(string error, string message)
    {
        issuer.Answer(Device).Refuse("authorization_pending").Refuse(error);

        var refused = await Should.ThrowAsync<IssuerException>(() => SignInAsync(audience: null));

        (refused.Error, refused.Message.Contains(message, Ordinal)).ShouldBe((error, true), refused.Message);
    }

    [Fact]
    public async Task A_code_that_is_not_confirmed_expires()
    {
        issuer.Answer(Device);
        for (var request = 0; request < 30; request++)
        {
            issuer.Refuse("authorization_pending");
        }

        (await Should.ThrowAsync<IssuerException>(() => SignInAsync(audience: null))).Error.ShouldBe("expired_token");
        issuer.Clock.Seconds.Sum().ShouldBe(60);
    }

    [Theory]
    [InlineData("newsroom", "&audience=newsroom")]
    [InlineData("https://newsroom.example", "&audience=https%3A%2F%2Fnewsroom.example&resource=https%3A%2F%2Fnewsroom.example")]
    public async Task The_audience_is_asked_for(string audience, string parameters)
    {
        issuer.Answer(Device).Answer(Tokens);

        await SignInAsync(audience);

        string[] asked =
        [
            .. issuer.Requests[0].Split(' ', '&').Where(p => p.StartsWith("audience=", Ordinal) || p.StartsWith("resource=", Ordinal)),
        ];
        string.Concat(asked.Order().Select(p => $"&{p}")).ShouldBe(parameters);
    }

    [Fact]
    public async Task A_token_is_renewed()
    {
        issuer.Answer("""{ "access_token": "second", "token_type": "Bearer" }""");
        using var connected = issuer.Connect();

        (await connected.RenewAsync("more", Cancellation)).ShouldBe(new IssuedTokens("second", null, null));
        issuer.Requests.ShouldHaveSingleItem().ShouldContain("grant_type=refresh_token");
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_not_renewed()
    {
        issuer.Refuse("invalid_grant");
        using var connected = issuer.Connect();

        (await Should.ThrowAsync<IssuerException>(() => connected.RenewAsync("more", Cancellation))).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_token_is_revoked()
    {
        issuer.Answer("{}");
        using var connected = issuer.Connect();

        await connected.RevokeAsync("more", cancellationToken: Cancellation);

        issuer.Requests.ShouldHaveSingleItem().ShouldStartWith("/revoke ");
    }

    [Theory]
    [InlineData("http://login.example", null, "cannot be used")]
    [InlineData("https://login.example", """{ "issuer": "https://other.example" }""", "cannot be used")]
    [InlineData("https://login.example", """{ "issuer": "https://login.example" }""", "no sign-in with a device code")]
    public async Task An_issuer_that_cannot_be_used_is_named(string name, string? document, string message)
    {
        issuer.Document = document ?? issuer.Document;
        using var connected = issuer.Connect(name);

        var failure = await Should.ThrowAsync<IssuerException>(() => connected.RequestDeviceCodeAsync([], null, Cancellation));

        (failure.Error, failure.Message.Contains(message, Ordinal)).ShouldBe((null, true), failure.Message);
        issuer.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_no_header_can_have_is_refused()
    {
        issuer.Answer("""{ "access_token": "two\nlines", "token_type": "Bearer" }""");
        using var connected = issuer.Connect();

        (await Should.ThrowAsync<IssuerException>(() => connected.RenewAsync("more", Cancellation))).Message.ShouldContain("no usable");
    }

    private async Task<IssuedTokens> SignInAsync(string? audience)
    {
        using var connected = issuer.Connect();
        var device = await connected.RequestDeviceCodeAsync(["openid", "roles"], audience, Cancellation);
        return await connected.WaitAsync(device, Cancellation);
    }
}
