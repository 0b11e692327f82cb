using System.Text.RegularExpressions;

namespace Newsroom.Api.Tests.Composition.OpenApi;

/// <summary>The page that shows the document uses nothing but this host.</summary>
public sealed partial class ApiReferenceTests(Newsroom newsroom)
{
    [Fact]
    public async Task The_browser_may_load_nothing_from_elsewhere()
    {
        var page = (await newsroom.Reader().GetAsync("/docs/")).Is(200);

        var policy = page.Headers["Content-Security-Policy"];
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldNotContain("http");
        policy.ShouldNotContain("*");
        Addresses().Matches(page.Text).Select(address => address.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_program_of_the_page_is_served_by_this_host()
    {
        var page = (await newsroom.Reader().GetAsync("/docs/")).Is(200);
        var programs = Programs().Matches(page.Text).Select(script => script.Groups["path"].Value).ToList();

        programs.ShouldNotBeEmpty();
        foreach (var program in programs)
        {
            var served = (await newsroom.Reader().GetAsync($"/docs/{program}")).Is(200);
            served.ContentType.ShouldBe("text/javascript");
        }
    }

    [Fact]
    public async Task The_page_offers_no_services_of_the_vendor()
    {
        var page = (await newsroom.Reader().GetAsync("/docs/")).Is(200).Text;

        page.ShouldContain("\"hideClientButton\":true");
        page.ShouldContain("\"telemetry\":false");
        page.ShouldContain("\"withDefaultFonts\":false");
        page.ShouldContain("\"showDeveloperTools\":\"never\"");
        page.ShouldContain("\"agent\":{\"disabled\":true");
        page.ShouldContain("\"mcp\":{\"disabled\":true");
        page.ShouldContain("utm_source=powered-by");
    }

    [GeneratedRegex(@"(https?:)?//[a-z0-9.-]+\.[a-z]{2,}")]
    private static partial Regex Addresses();

    [GeneratedRegex("""<script[^>]*\ssrc="(?<path>[^"]+)""")]
    private static partial Regex Programs();
}
