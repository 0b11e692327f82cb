using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class ImportingSpecs
{
    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000009");
    private static readonly DateTimeOffset Then = new(2014, 3, 12, 8, 0, 0, TimeSpan.FromHours(-5));
    private static readonly FileChange First = new(
        "c1",
        Then,
        "jane@example.org@git",
        "Begin",
        "posts/2014-03-12-bridge.md",
        "---\ntitle: Bridge\n---\nIt <b>falls</b>.\u202A\n"
    );

    [Fact]
    public void A_file_becomes_a_story_with_every_byte_of_it_and_its_authors_name_and_time()
    {
        var drafted = Begun(First).ShouldHaveSingleItem().ShouldBeOfType<StoryDrafted>();
        (drafted.Desk, drafted.Language, drafted.Slug, drafted.Article).ShouldBe(
            ("city", "en", "bridge", new Article("Bridge", "", First.Text!, "", ""))
        );
        drafted.Origin.ShouldBe(new Origin("jane@example.org@git", Then, "c1", "Begin") { Path = First.Path });

        var at = Fold(null, drafted);
        (at.Story.Drafter, at.Story.Authors.Single(), at.Text.BodyBlame.Spans.Single().Author).ShouldBe(
            ("jane@example.org@git", "jane@example.org@git", "jane@example.org@git")
        );
        Sentences.Of(drafted, "root").ShouldBe("{jane@example.org@git} drafted “Bridge” for the city desk (imported)");
        Sentences.Why(drafted).ShouldBe("Begin");
    }

    [Fact]
    public void A_change_of_the_file_is_a_revision_by_who_changed_it()
    {
        var at = Fold(null, [.. Begun(First)]);
        var events = Followed(
            at,
            First.Path,
            First with
            {
                Commit = "c2",
                By = "joe@example.org@git",
                Text = First.Text!.Replace("falls", "stands").Replace("Bridge", "Bridges"),
            }
        );
        events.Select(e => e.GetType()).ShouldBe([typeof(ArticleRevised)]);
        var revised = Fold(at, [.. events]);
        revised.Text.Article.ShouldBe(
            at.Text.Article with
            {
                Headline = "Bridges",
                Body = First.Text!.Replace("falls", "stands").Replace("Bridge", "Bridges"),
            }
        );
        revised.Story.Authors.ShouldBe(["jane@example.org@git", "joe@example.org@git"]);
    }

    [Fact]
    public void Only_a_rename_a_deletion_and_a_return_are_reported()
    {
        var at = Fold(null, [.. Begun(First)]);
        Followed(at, First.Path, First).ShouldBeEmpty();
        Followed(at, First.Path, First with { Path = "b.md" })
            .Single()
            .ShouldBe(new FileRenamed(First.Path, "b.md") { Origin = new Origin(First.By, Then, "c1", "Begin") { Path = "b.md" } });

        var gone = Followed(at, First.Path, First with { Commit = "c3", Text = null, Message = null });
        gone.Single().ShouldBe(new StorySpiked("The file was deleted.") { Origin = new Origin(First.By, Then, "c3", null) });
        var spiked = Fold(at, [.. gone]);
        Followed(spiked, First.Path, First with { Text = null }).ShouldBeEmpty();
        Followed(spiked, First.Path, First with { Path = "b.md", Text = "Other words." })
            .Select(e => (e.GetType(), e.Origin!.Path))
            .ShouldBe([(typeof(StoryUnspiked), "b.md"), (typeof(ArticleRevised), null)]);
        Sentences
            .Of(Followed(at, First.Path, First with { Path = "b.md", Text = First.Text + "So." }).Single(), "root")
            .ShouldBe("{jane@example.org@git} revised the article: added “So.”; the file is now b.md (imported)");
    }

    [Theory]
    [InlineData("a\0b", "nul-character")]
    [InlineData("a\uFFFEb", "noncharacter")]
    [InlineData("a &#xFFFE; b", "noncharacter")]
    [InlineData(" \n", "article-empty")]
    [InlineData(null, "file-missing")]
    public void A_text_that_cannot_be_stored_is_refused_with_its_code(string? text, string code) =>
        StoryDecider
            .Decide(null, First with { Text = text }, Context())
            .ShouldBeOfType<Decision<StoryEvent>.Refused>()
            .Refusal.Code.ShouldBe(code);

    [Fact]
    public void Metadata_of_a_change_is_truncated_or_the_change_is_refused()
    {
        var written = First with
        {
            Message = string.Concat(Enumerable.Repeat("word ", 3_000)) + "\uFFFE",
            Text = $"# {string.Concat(Enumerable.Repeat("word ", 400))}\n",
        };
        var drafted = Begun(written).ShouldHaveSingleItem().ShouldBeOfType<StoryDrafted>();
        drafted.Article.Headline.Length.ShouldBeInRange(990, 1_000);
        drafted.Article.Headline.ShouldEndWith(" word…");
        drafted.Article.Body.ShouldBe(written.Text);
        drafted.Origin!.Message!.Length.ShouldBeInRange(9_990, 10_000);
        Followed(Fold(null, drafted), First.Path, written with { Text = null })
            .ShouldHaveSingleItem()
            .ShouldBeOfType<StorySpiked>()
            .Reason.Length.ShouldBeLessThanOrEqualTo(10_000);

        RefusalOf(First with { At = DateTimeOffset.MaxValue }).ShouldBe("time-out-of-range");
        RefusalOf(First with { At = DateTimeOffset.MinValue }).ShouldBe("time-out-of-range");
        RefusalOf(First with { By = new string('x', 400) + "@git" }).ShouldBe("author-too-long");
        RefusalOf(First with { Path = new string('x', 5_000) }).ShouldBe("path-too-long");
        RefusalOf(First with { Path = "a\0.md" }).ShouldBe("nul-character");

        static string RefusalOf(FileChange change) =>
            StoryDecider.Decide(null, change, Context()).ShouldBeOfType<Decision<StoryEvent>.Refused>().Refusal.Code;
    }

    [Theory]
    [InlineData("---\ntitle: \"The \\u0000bridge\"\n---\nWords.", "The \uFFFDbridge")]
    [InlineData("<h1>The &#xFFFE;bridge</h1>", "The \uFFFDbridge")]
    [InlineData("# The \u202Ebridge\u202C", "The bridge")]
    public void A_headline_holds_what_headlines_may_hold(string file, string headline) =>
        StoryDecider
            .Decide(null, First with { Text = file }, Context())
            .ShouldBeOfType<AcceptedStoryCommand>()
            .Events.Single()
            .ShouldBeOfType<StoryDrafted>()
            .Article.Headline.ShouldBe(headline);

    [Fact]
    public void A_text_that_is_too_long_or_too_deep_is_refused_also_later()
    {
        var at = Fold(null, [.. Begun(First)]);
        StoryDecider
            .Decide(at, First with { Text = new string('a', TextRules.MaxBytes + 1) }, Context())
            .ShouldBeOfType<Decision<StoryEvent>.Refused>()
            .Refusal.Code.ShouldBe("text-too-long");
        StoryDecider
            .Decide(at, First with { Text = new string('[', 200_000) }, Context())
            .ShouldBeOfType<Decision<StoryEvent>.Refused>()
            .Refusal.Code.ShouldBe("markdown-too-complex");
    }

    [Theory]
    [InlineData("_posts/2014-03-12-coming-soon.html", "coming-soon")]
    [InlineData("content/Rust-1.0/index.md", "rust-1-0")]
    [InlineData("a.b.markdown", "a-b")]
    [InlineData("", "story")]
    public void A_file_suggests_a_slug(string path, string slug) => ImportedNames.SlugOf(path).ShouldBe(slug);

    [Theory]
    [InlineData("_posts/2014-03-12-coming-soon.html", "coming-soon 2014-03-12-coming-soon posts-2014-03-12-coming-soon")]
    [InlineData("content/2014/03/12/bridge/index.md", "bridge 2014-03-12-bridge content-2014-03-12-bridge")]
    [InlineData("en/README.md", "en")]
    [InlineData("a.md", "a")]
    public void A_file_suggests_longer_slugs_too(string path, string slugs) =>
        string.Join(' ', ImportedNames.SlugsOf(path)).ShouldBe(slugs);

    [Fact]
    public void The_date_or_the_folder_is_in_the_slug_where_it_distinguishes()
    {
        string[] paths =
        [
            "content/2013-06-01-this-week.md",
            "content/2013-06-08-this-week.md",
            "content/2013-06-09-bridge.md",
            "en/a.md",
            "de/a.md",
            "README.md",
            "docs/README.md",
        ];
        ImportedNames
            .DistinctSlugs(paths)
            .Select(s => s.Value)
            .ShouldBe(["2013-06-01-this-week", "2013-06-08-this-week", "bridge", "en-a", "de-a", "readme", "docs"]);
        var weeks = Enumerable
            .Range(1, 579)
            .Select(n => $"posts/{new DateOnly(2013, 1, 1).AddDays(7 * n):yyyy-MM-dd}-this-week-in-bridges.md")
            .ToList();
        ImportedNames.DistinctSlugs(weeks).Values.Distinct().Count().ShouldBe(579);
    }

    [Fact]
    public void An_imported_body_with_comments_and_plain_tags_can_be_revised_and_described_here()
    {
        var at = Fold(null, [.. Begun(First with { Text = "# Bridge\n\n<!-- note -->\n\nH<sub>2</sub>O fell.\n" })]);
        var context = new DecisionContext(Actor.Of("ed", Role.Editor), Start) { Concurrent = ConcurrentRevisions.Since(1, []) };
        var body = at.Text.Article.Body.Replace("fell", "rose");
        var revise = new StoryCommand.ReviseArticle { Body = body, BasedOn = 1 };
        StoryDecider
            .Decide(at, revise, context)
            .ShouldBeOfType<AcceptedStoryCommand>()
            .Events.OfType<ArticleRevised>()
            .Single()
            .Edits.Apply(at.Text.Article)
            .Body.ShouldBe(body);
        StoryDecider
            .Decide(at, revise with { Body = body + "<b>So</b>" }, context)
            .ShouldBeOfType<Decision<StoryEvent>.Refused>()
            .Refusal.Code.ShouldBe("raw-html");
        StoryDecider
            .Decide(at, new StoryCommand.DescribeStory { Byline = "Ed", BasedOn = 1 }, context)
            .ShouldBeOfType<AcceptedStoryCommand>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(9999)]
    public void A_time_that_no_history_has_is_refused_and_named(int year)
    {
        var odd = First with { At = new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero) };
        StoryDecider.Decide(null, odd, Context()).ShouldBeOfType<Decision<StoryEvent>.Refused>().Refusal.Code.ShouldBe("time-out-of-range");
        StoryDecider
            .Decide(Fold(null, [.. Begun(First)]), odd, Context())
            .ShouldBeOfType<Decision<StoryEvent>.Refused>()
            .Refusal.Code.ShouldBe("time-out-of-range");
    }

    [Theory]
    [InlineData("Jane Doe", " Jane@Example.org ", "jane@example.org@git")]
    [InlineData("Jane Doe", "", "jane-doe@git")]
    [InlineData("", "a {b}\tc", "a_b_c@git")]
    public void An_author_of_commits_has_an_identity(string name, string email, string person) =>
        ImportedNames.PersonOf(name, email).ShouldBe(person);

    private static Desk City => new("city", "City", "en");

    private static ImportContext Context(string slug = "s", string? path = null) => new(City, null, slug, path ?? First.Path);

    private static ImmutableArray<StoryEvent> Begun(FileChange change) =>
        StoryDecider.Decide(null, change, Context(ImportedNames.SlugOf(change.Path))).ShouldBeOfType<AcceptedStoryCommand>().Events;

    private static ImmutableArray<StoryEvent> Followed(StorySnapshot at, string path, FileChange change) =>
        StoryDecider.Decide(at, change, Context(path: path)).ShouldBeOfType<AcceptedStoryCommand>().Events;

    private static StorySnapshot Fold(StorySnapshot? at, params IEnumerable<StoryEvent> events) =>
        events.Aggregate(
            at,
            (now, e) =>
                StorySnapshot.Evolve(
                    now,
                    Id,
                    e,
                    new EventMetadata((now?.Story.Version ?? 0) + 1, Start, "root", Role.Admin) { Origin = e.Origin }
                )
        )!;
}
