using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Imports;

/// <summary>Imports repositories from the command line, as an admin and to the desk metro, and reads the imported stories.</summary>
internal sealed class ImportDriver(Newsroom newsroom)
{
    private readonly Person auditor = newsroom.As("ida", Role.Auditor);

    /// <summary>Imports a repository, which is written before its first import.</summary>
    /// <returns>Both outputs.</returns>
    public Task<string> ImportAsync(GitHistory git, params IReadOnlyList<string> options) => ImportAsync(git, 0, options);

    /// <summary>Imports a repository, expects an exit code, and waits until the projections have the stories.</summary>
    /// <returns>Both outputs.</returns>
    public async Task<string> ImportAsync(GitHistory git, int code, params IReadOnlyList<string> options)
    {
        var imported = await TypeAsync(git, options);
        imported.Code.ShouldBe(code, imported.Said);
        await newsroom.CatchUpAsync();
        return imported.Said;
    }

    /// <summary>Imports a repository whatever the exit code.</summary>
    public async Task<Terminal> TypeAsync(GitHistory git, params IReadOnlyList<string> options)
    {
        using var api = newsroom.Host.Server.CreateClient();
        return await TypeAsync(api, git, options);
    }

    /// <summary>Imports a repository over a connection of the test.</summary>
    public async Task<Terminal> TypeAsync(HttpClient api, GitHistory git, params IReadOnlyList<string> options)
    {
        await git.BuildOnceAsync();
        return await Terminal.TypeAsync(
            environment => environment with { Connect = Terminal.ConnectTo(api), Clock = new NoDelay(), Width = 400 },
            ["import-history", git.Folder, "--desk", "metro", "--token", newsroom.Token("root", [Role.Admin]), .. options]
        );
    }

    /// <summary>Returns the id of an imported story.</summary>
    public async Task<Guid> StoryAsync(string slug) => (await CardAsync(slug))["id"]!.GetValue<Guid>();

    /// <summary>Returns the card of an imported story.</summary>
    public async Task<JsonNode> CardAsync(string slug) => (await CardsAsync(slug)).ShouldHaveSingleItem()!;

    /// <summary>Returns the cards of all stories with a slug: one or none.</summary>
    public async Task<JsonArray> CardsAsync(string slug) => (await auditor.GetAsync($"/stories?slug={slug}")).Is(200).Json.AsArray();

    /// <summary>Reads a part of a story.</summary>
    public async Task<JsonNode> ReadAsync(Guid story, string part = "") => (await auditor.GetAsync($"/stories/{story}{part}")).Is(200).Json;

    /// <summary>Returns who wrote the words of the body, and who cut words.</summary>
    public Task<BodyBlame> BodyBlameAsync(Guid story) => BodyBlame.ReadAsync(auditor, story);

    /// <summary>Retries at once.</summary>
    private sealed class NoDelay : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
