using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Ledger;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>An article goes from draft to published and audited at the command line, in few commands.</summary>
public sealed class ArticleWalkTests(Newsroom newsroom) : IDisposable
{
    private const int MostCommands = 20;

    private const string Story = "ferry-treaty";

    private const string Article = """
        ---
        headline: Halden and the Isles to share a ferry fleet, says Marrow
        desk: world
        slug: ferry-treaty
        language: en
        ---
        Halden and the Outer Isles have agreed to share their ferries and will extend the agreement to harbours, said Isles President Ilse Marrow.

        Marrow made the remarks in an interview on Monday as she prepared for a visit to Halden from Wednesday to Friday at the invitation of Chancellor Tobias Renn.

        Marrow, who took office in May after the long-time leader Edda Vorn resigned, said her islands enjoyed close ties with Halden.

        “It is very important for the Isles to strengthen the partnership with Halden. We have built a relation of trust in fishing, schools and rescue at sea,” said Ilse Marrow.

        The agreement cut the price of a crossing by 30 percent and carried 412,000 passengers in its first year, according to the president.

        “A typical example is the ‘Northern Belt’ line. The idea was proposed in Port Ansel for the first time. Since 2021 we have built three quays for it, and our islands are no longer cut off in winter,” said Marrow.

        As this year marks the 70th anniversary of the harbour treaty, Marrow praised the work of both harbour boards.

        “Both boards have made remarkable progress, and can serve as an example for every coast. I wish the treaty another 70 years,” said Marrow.
        """;

    private readonly CommandWalk walk = new(newsroom);

    public void Dispose() => walk.Dispose();

    [Fact]
    public async Task An_article_is_published_and_audited_in_20_commands()
    {
        await File.WriteAllTextAsync(walk.FileOf("article.md"), Article, TestContext.Current.CancellationToken);

        await WriteAsync();
        await CheckAsync();
        await ApproveAsync("ed");
        await ApproveAsync("eva");
        await walk.DoAsync("login", "pia", "--role", "publisher");
        (await walk.AnswerAsync(["y"], "publish", Story)).ShouldContain("edition 1");
        await AuditAsync();

        walk.Commands.Count.ShouldBeLessThanOrEqualTo(MostCommands, string.Join('\n', walk.Commands));
        (await newsroom.Reader().GetAsync($"/published/{Story}")).Is(200).Json["edition"]!.GetValue<int>().ShouldBe(1);
    }

    private async Task WriteAsync()
    {
        await walk.DoAsync("login", "rita", "--role", "reporter");
        (await walk.DoAsync("draft-article", "--file", walk.FileOf("article.md"))).ShouldContain($"newsroom mark {Story}");
        var marked = await walk.AnswerAsync(
            [
                "+Ilse Marrow, President of the Outer Isles",
                "",
                "",
                "f",
                "f",
                "q",
                "The idea was proposed in Port Ansel for the first time.",
                "",
            ],
            "mark",
            Story
        );
        marked.ShouldContain("Attributed 3, dismissed 0, left 0.");
        marked.ShouldContain("Flagged 3 claims.");
        (await walk.DoAsync("submit-for-review", Story)).ShouldContain($"newsroom check {Story}");
    }

    private async Task CheckAsync()
    {
        await walk.DoAsync("login", "femi", "--role", "fact-checker");
        string[] first = ["v", "recording: Interview with Ilse Marrow, 7 June", "", "Listened to it."];
        string[] next = ["v", "", ""];
        (await walk.AnswerAsync([.. first, .. Enumerable.Repeat(next, 5).SelectMany(answers => answers)], "check", Story)).ShouldContain(
            "Recorded 6, left 0."
        );

        await walk.DoAsync("login", "fay", "--role", "fact-checker");
        string[] second = ["v", "document: Treaty of the harbours, 1955", "", ""];
        var checkedAgain = await walk.AnswerAsync([.. second, "q"], "check", Story);
        checkedAgain.ShouldContain("femi");
        checkedAgain.ShouldContain("recording: Interview with Ilse Marrow, 7 June");
        checkedAgain.ShouldContain("method: Listened to it.");
        checkedAgain.ShouldContain("Recorded 1, left 5.");
    }

    private async Task ApproveAsync(string editor)
    {
        await walk.DoAsync("login", editor, "--role", "editor");
        var approved = await walk.AnswerAsync(["y"], "approve", Story);
        approved.ShouldContain("recording: Interview with Ilse Marrow, 7 June");
        approved.ShouldContain("document: Treaty of the harbours, 1955");
        approved.ShouldContain("Judging the words of version");
    }

    private async Task AuditAsync()
    {
        await walk.DoAsync("login", "ida", "--role", "auditor");
        (await walk.DoAsync("history", Story)).ShouldContain("Interview with Ilse Marrow");
        await newsroom.CatchUpAsync();
        await walk.DoAsync("bundle", Story, "--to", walk.FileOf("story.zip"));
        var keys = newsroom.Host.Services.GetRequiredService<LedgerKeys>().All.SelectMany(key => new[] { "--key", $"{key}" });
        (await walk.DoAsync(["verify", walk.FileOf("story.zip"), .. keys])).ShouldContain("VERIFIED");
    }
}
