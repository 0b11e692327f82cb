using Newsroom.Cli.Asking;
using Newsroom.Cli.Reads;
using Newsroom.Cli.Serving;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>Stories by the names people give them.</summary>
internal static class StoryName
{
    /// <summary>The id of a story named by its id or its slug.</summary>
    public static async Task<Guid> Find(this Run run, string name)
    {
        if (Guid.TryParseExact(name, "D", out var id))
        {
            return id;
        }

        if (!Slug.IsValid(name))
        {
            throw new LocalProblem($"\"{name}\" is neither a story's id nor a slug. “newsroom stories” lists slugs.");
        }

        var page = await run.Server.Get(Query.Of("stories", ("slug", name)), run.Cancel);
        return Run.As<IReadOnlyList<StoryCard>>(page).FirstOrDefault(card => card.Slug == name)?.Id
            ?? throw new LocalProblem($"There is no story “{name}”. “newsroom stories” lists them; one drafted a moment ago is found by its id.");
    }
}
