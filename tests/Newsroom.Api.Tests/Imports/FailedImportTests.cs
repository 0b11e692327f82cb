using System.Net;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using static Newsroom.Api.Tests.Imports.GitAuthors;
using static Newsroom.Api.Tests.Imports.GitHistory;

namespace Newsroom.Api.Tests.Imports;

/// <summary>Imports that are refused, and servers that do not answer.</summary>
public sealed class FailedImportTests(Newsroom newsroom)
{
    private readonly ImportDriver imports = new(newsroom);

    [Fact]
    public async Task Desk_and_role_are_asked_before_git_is_read()
    {
        var nowhere = await newsroom.TypeAsync("root", Role.Admin, "import-history", "/no/such/repository", "--desk", "nowhere");
        (nowhere.Code, nowhere.Said.Contains("There is no desk", StringComparison.Ordinal)).ShouldBe((2, true), nowhere.Said);
        var editor = await newsroom.TypeAsync("ed", Role.Editor, "import-history", "/no/such/repository", "--desk", "metro");
        (editor.Code, editor.Said.Contains("import-history requires one of these roles: admin", StringComparison.Ordinal)).ShouldBe(
            (2, true),
            editor.Said
        );
        var git = await newsroom.TypeAsync("root", Role.Admin, "import-history", "/no/such/repository", "--desk", "metro");
        (git.Code, git.Said.Contains("git cannot read /no/such/repository", StringComparison.Ordinal)).ShouldBe((1, true), git.Said);
    }

    [Fact]
    public async Task A_branch_that_does_not_exist_is_an_error()
    {
        using var git = new GitHistory();
        git.Commit(Jane, 1394600000, "Begin", [("a.md", Bytes("# A\n"))]);
        var branch = await imports.TypeAsync(git, "--branch", "other");
        (branch.Code, branch.Said.Contains("git cannot read", StringComparison.Ordinal)).ShouldBe((1, true), branch.Said);
    }

    [Fact]
    public async Task An_unavailable_newsroom_is_retried_with_smaller_requests()
    {
        using var git = new GitHistory();
        git.Commit(
            Jane,
            1394600000,
            "Begin",
            [("away-1.md", Bytes("# One\n")), ("away-2.md", Bytes("# Two\n")), ("away-3.md", Bytes("# Three\n"))]
        );
        using var handler = new Failing(newsroom.Host.Server.CreateHandler(), [2, 3, 5]);
        using var api = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };
        var told = await imports.TypeAsync(api, git);
        (told.Code, told.Said.Contains("3 stories: 3 changes imported, 0 skipped.", StringComparison.Ordinal)).ShouldBe(
            (0, true),
            told.Said
        );
        told.Said.ShouldContain("The server does not answer. Retrying in 1 s.");
    }

    [Fact]
    public async Task An_import_to_an_unavailable_newsroom_fails_and_says_how_to_continue()
    {
        using var git = new GitHistory();
        git.Commit(Jane, 1394600000, "Begin", [("given-up.md", Bytes("# One\n"))]);
        using var handler = new Failing(newsroom.Host.Server.CreateHandler(), [.. Enumerable.Range(2, 100)]);
        using var api = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };
        var told = await imports.TypeAsync(api, git);
        told.Code.ShouldBeOneOf(1, 2);
        told.Said.ShouldContain("0 of 1 changes were sent. Run the same command again to continue: imported changes are skipped.");
    }

    /// <summary>A newsroom that does not answer some requests, counted from 1: in turns it is not there and says 503.</summary>
    private sealed class Failing(HttpMessageHandler newsroom, HashSet<int> which) : DelegatingHandler(newsroom)
    {
        private int asked;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!which.Contains(++asked))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            return asked % 2 == 0
                ? throw new HttpRequestException("Connection refused")
                : new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
        }
    }
}
