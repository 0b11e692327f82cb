using Microsoft.AspNetCore.Http;
using Newsroom.Console.Security;

namespace Newsroom.Console.Tests.Security;

public sealed class SameOriginTests
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", "https://newsroom.example", false)]
    [InlineData(null, "https://newsroom.example", true)]
    [InlineData(null, "https://elsewhere.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, true)]
    public void A_page_of_another_site_is_recognised(string? site, string? origin, bool isOwn)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("newsroom.example");
        request.Headers["Sec-Fetch-Site"] = site;
        request.Headers.Origin = origin;

        SameOrigin.Sent(request).ShouldBe(isOwn);
    }
}
