using Microsoft.AspNetCore.Http;
using Newsroom.Console.Security;

namespace Newsroom.Console.Tests.Security;

public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("/console/stories/a?passage=q1", "/console/stories/a?passage=q1")]
    [InlineData("/console", "/console/")]
    [InlineData(null, "/console/")]
    [InlineData("/stories/a", "/console/")]
    [InlineData("https://elsewhere.example/console/", "/console/")]
    [InlineData("//elsewhere.example/console/", "/console/")]
    [InlineData("/console/\\elsewhere.example", "/console/")]
    [InlineData("/console/\nLocation: x", "/console/")]
    public void A_sign_in_returns_to_pages_of_the_console_only(string? given, string address) =>
        ReturnAddress.Of(Request("/console"), given).ShouldBe(address);

    [Theory]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/desks/town", "/desks/town")]
    public void A_console_at_the_root_of_its_host_is_no_exception(string given, string address) =>
        ReturnAddress.Of(Request(""), given).ShouldBe(address);

    private static HttpRequest Request(string root) => new DefaultHttpContext { Request = { PathBase = root } }.Request;
}
