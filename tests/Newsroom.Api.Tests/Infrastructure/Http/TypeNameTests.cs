using System.Text;
using System.Text.RegularExpressions;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>No answer names a type of the program.</summary>
public sealed partial class TypeNameTests(Newsroom newsroom)
{
    private static readonly string[] Bodies =
    [
        "",
        "{",
        "[]",
        "1",
        "null",
        """{"unknown":1}""",
        """{"words":{},"reason":[],"body":1,"version":"x","passage":true,"gates":5,"files":[1],"kind":"no-such-kind","until":"soon"}""",
    ];

    public static TheoryData<string, string> Commands => new(Permissions.All.Where(p => !p.IsRead).Select(p => (p.Method, p.Route)));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_refused_body_names_no_type(string method, string route)
    {
        var caller = newsroom.As($"naming-{Guid.NewGuid():N}", [.. Permissions.Of(method, route).Roles.Take(1)]);
        var path = Placeholder().Replace(route, $"{Guid.NewGuid()}");
        foreach (var body in Bodies)
        {
            var answer = await caller.SendAsync(new HttpMethod(method), path, Encoding.UTF8.GetBytes(body), "application/json");
            answer.Status.ShouldBeInRange(200, 499, answer.Text);
            TypeName().Match(answer.Text).Value.ShouldBeEmpty(answer.Text);
        }
    }

    [Theory]
    [InlineData("/stories?limit=x&q=a%00b")]
    [InlineData("/stories/x/diff?from=y")]
    [InlineData("/ledger/tile/x/y")]
    [InlineData("/audit?story=1&after=z")]
    public async Task A_refused_read_names_no_type(string path) =>
        TypeName().Match((await newsroom.As("ida", Domain.Kernel.Role.Auditor).GetAsync(path)).Text).Value.ShouldBeEmpty();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(System|Microsoft|Newsroom|Marten|JasperFx|Npgsql|Wolverine)\.[A-Z]\w+")]
    private static partial Regex TypeName();
}
