using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Every response tells browsers that it is data: it runs nothing, is framed nowhere, and has the type that it says.</summary>
public sealed class SecurityHeaderTests(Newsroom newsroom)
{
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/published", 200, "cross-origin")]
    [InlineData("/published/none", 404, "cross-origin")]
    [InlineData("/ledger/keys", 200, "cross-origin")]
    [InlineData("/problems/validation", 200, "cross-origin")]
    [InlineData("/health/live", 200, "cross-origin")]
    [InlineData("/me", 401, "same-origin")]
    [InlineData("/no/such/address", 401, "same-origin")]
    public async Task Every_response_has_them(string path, int status, string policy)
    {
        var read = (await newsroom.Reader().GetAsync(path)).Is(status);
        read.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        read.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        read.Headers["Content-Security-Policy"].ShouldBe(NothingRuns);
        read.Headers["Cross-Origin-Resource-Policy"].ShouldBe(policy);
        read.Headers.ShouldNotContainKey("Server");
        read.Headers.ShouldNotContainKey("Strict-Transport-Security");
    }

    [Fact]
    public async Task Responses_to_staff_and_refusals_have_them()
    {
        (await newsroom.As("reading", Role.Editor).GetAsync("/me")).Is(200).Headers["Content-Security-Policy"].ShouldBe(NothingRuns);
        (await newsroom.As("reading", Role.Editor).GetAsync("/audit")).Is(403).Headers["Content-Security-Policy"].ShouldBe(NothingRuns);
        (await newsroom.As("reading", Role.Editor).PostAsync("/stories/draft-article", "{")).Is(400).Headers[
            "X-Content-Type-Options"
        ].ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_file_of_evidence_is_saved_and_never_shown()
    {
        var page = "<!doctype html><script>alert(1)</script>"u8.ToArray();
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(page));
        var path = $"/evidence/{digest}";
        (await newsroom.As("rita", Role.Reporter).SendAsync(HttpMethod.Put, $"{path}?name=a.html", page, "text/html")).Is(201);

        var read = (await newsroom.As("rita", Role.Reporter).GetAsync(path)).Is(200);
        read.Headers["Content-Disposition"].ShouldStartWith("attachment");
        read.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        read.Headers["Content-Security-Policy"].ShouldBe("sandbox; default-src 'none'; frame-ancestors 'none'");
        read.Headers["Cross-Origin-Resource-Policy"].ShouldBe("same-origin");
    }

    [Fact]
    public async Task Credentials_are_never_allowed_to_other_origins()
    {
        foreach (var permit in Permissions.All.Where(p => p.IsPublic && !p.Route.Contains('{', StringComparison.Ordinal)))
        {
            var asked = await ResponseHeaderTests.PreflightAsync(newsroom.Reader(), permit.Route);
            asked.Headers.Keys.ShouldNotContain("Access-Control-Allow-Credentials", permit.Route);
        }
    }
}
