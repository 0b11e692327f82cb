using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Translations and substitutes, as staff and readers see them.</summary>
public sealed class LinkedStoryTests(Newsroom newsroom)
{
    [Fact]
    public async Task The_pages_of_translations_link_to_each_other_while_they_are_live()
    {
        var original = await PublishedAsync(new { desk = "world", headline = "Linked wall", language = "en" });
        var before = await PageAsync(original.Slug);
        Translations(before).ShouldBeEmpty();
        var address = $"/published/{original.Slug}.html";
        var modified = (await newsroom.Reader().GetAsync(address)).Is(200).Headers["Last-Modified"];
        (await SinceAsync(modified)).Is(304);

        var norwegian = await PublishedAsync(Draft("Lenket mur", "nb", original.Id));
        var german = await PublishedAsync(Draft("Verlinkte Mauer", "de", original.Id));
        var after = await PageAsync(original.Slug);
        Translations(after).ShouldBe([$"de {german.Slug}", $"nb {norwegian.Slug}"]);
        after.ETag.ShouldNotBe(before.ETag);
        var html = (await SinceAsync(modified)).Is(200).Text;
        foreach (var (language, slug) in new[] { ("en", original.Slug), ("de", german.Slug), ("nb", norwegian.Slug) })
        {
            html.ShouldContain($"<link rel=\"alternate\" hreflang=\"{language}\" href=\"http://localhost/published/{slug}\">");
        }

        (await newsroom.Reader().GetAsync($"/published/{original.Slug}", after.ETag)).Is(304);
        Translations(await PageAsync(german.Slug)).ShouldBe([$"en {original.Slug}", $"nb {norwegian.Slug}"]);
        (await german.ReadAsync()).Json["translationOf"]!.GetValue<Guid>().ShouldBe(original.Id);

        (await german.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        Translations(await PageAsync(original.Slug)).ShouldBe([$"nb {norwegian.Slug}"]);
        (await newsroom.Reader().GetAsync($"/published/{original.Slug}", after.ETag)).Is(200);
        (await newsroom.Reader().GetAsync($"/published/{original.Slug}?at=2100-01-01T00:00:00Z")).Is(200).Json["translations"]!
            .AsArray()
            .ShouldBeEmpty();

        Task<Answer> SinceAsync(string time) =>
            newsroom.Reader().SendAsync(HttpMethod.Get, address, null, null, ("If-Modified-Since", time));
    }

    [Fact]
    public async Task Staff_list_the_translations_of_a_story_that_they_may_read_published_or_not()
    {
        var original = await PublishedAsync(new { desk = "world", headline = "Listed wall", language = "en" });
        var live = await PublishedAsync(Draft("Opplistet mur", "nb", original.Id));
        var draft = await DraftedAsync(Draft("Aufgelistete Mauer", "de", original.Id));
        var secret = await DraftedAsync(Draft("Mur secret", "fr", original.Id));
        (await secret.DoAsync("mark-confidential", "ed", Role.Editor, new { reason = "A source." })).Is(200);
        await newsroom.CatchUpAsync();
        (await ListedAsync("ed", Role.Editor)).ShouldBe([live.Id, draft.Id, secret.Id], ignoreOrder: true);
        (await ListedAsync("rob", Role.Reporter)).ShouldBe([live.Id, draft.Id], ignoreOrder: true);
        (await newsroom.As("ed", Role.Editor).GetAsync("/stories?translationOf=no-id")).Is(400);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories?translationOf={Guid.NewGuid()}")).Is(200).Json.AsArray().ShouldBeEmpty();

        async Task<Guid[]> ListedAsync(string user, Role role) =>
            [
                .. (await newsroom.As(user, role).GetAsync($"/stories?translationOf={original.Id}"))
                    .Is(200)
                    .Json.AsArray()
                    .Select(card => card!["id"]!.GetValue<Guid>()),
            ];
    }

    [Fact]
    public async Task A_translation_and_its_original_keep_different_languages()
    {
        var original = await PublishedAsync(new { desk = "world", headline = "Wall in one language", language = "en" });
        var translation = await PublishedAsync(Draft("Mur på et annet språk", "nb", original.Id));
        await RefusedAsync(translation, "en");
        await RefusedAsync(original, "NB");
        (await original.DoAsync("describe-story", "ed", Role.Editor, new { language = "en-GB" })).Is(200);
        (await translation.DoAsync("describe-story", "ed", Role.Editor, new { language = "en" })).Is(200);

        static async Task RefusedAsync(StoryDriver story, string language) =>
            (await story.DoAsync("describe-story", "ed", Role.Editor, new { language })).IsRefused(422, "same-language");
    }

    [Fact]
    public async Task Translations_of_translations_are_linked_and_a_killed_page_has_no_links_to_its_words()
    {
        var original = await PublishedAsync(new { desk = "world", headline = "Wall in a chain", language = "en" });
        var norwegian = await PublishedAsync(Draft("Mur i en kjede", "nb", original.Id));
        var german = await PublishedAsync(Draft("Mauer in einer Kette", "de", norwegian.Id));
        Translations(await PageAsync(norwegian.Slug)).ShouldBe([$"de {german.Slug}", $"en {original.Slug}"]);
        Translations(await PageAsync(original.Slug)).ShouldBe([$"de {german.Slug}", $"nb {norwegian.Slug}"]);

        // Of two in one language, the later one is linked; case does not make a language.
        var again = await PublishedAsync(Draft("Mauer in der Kette", "DE", original.Id));
        Translations(await PageAsync(norwegian.Slug)).ShouldBe([$"de {again.Slug}", $"en {original.Slug}"]);

        (await original.DoAsync("kill", "lea", Role.Legal, new { reason = "An order.", notice = "It is gone." })).Is(200);
        var page = (await newsroom.Reader().GetAsync($"/published/{original.Slug}.html")).Is(410);
        page.Text.ShouldNotContain(norwegian.Slug);
        page.Text.ShouldNotContain(again.Slug);
    }

    [Fact]
    public async Task A_retracted_story_names_its_substitute_and_the_substitute_names_it()
    {
        var retracted = await PublishedAsync(new { desk = "world", headline = "Wall to retract" });
        var draft = new
        {
            desk = "world",
            headline = "Wall again",
            replaces = retracted.Id,
        };
        (await newsroom.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).IsRefused(422, "not-taken-down");
        (await retracted.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "We have retracted it." })).Is(200);
        var substitute = await PublishedAsync(draft);
        (await PageAsync(retracted.Slug)).Json["replacedBy"]!.GetValue<string>().ShouldBe(substitute.Slug);
        (await PageAsync(substitute.Slug)).Json["replaces"]!.GetValue<string>().ShouldBe(retracted.Slug);
        var notice = (await newsroom.Reader().GetAsync($"/published/{retracted.Slug}.html")).Is(200);
        notice.Text.ShouldContain($"href=\"http://localhost/published/{substitute.Slug}\"");
        (await substitute.ReadAsync()).Json["replaces"]!.GetValue<Guid>().ShouldBe(retracted.Id);

        // The address of a killed story has its words.
        (await retracted.DoAsync("kill", "lea", Role.Legal, new { reason = "An order.", notice = "It is gone." })).Is(200);
        (await PageAsync(substitute.Slug)).Json["replaces"].ShouldBeNull();
        var gone = (await newsroom.Reader().GetAsync($"/published/{retracted.Slug}")).IsRefused(410, "killed");
        gone.Link.ShouldBe($"</published/{substitute.Slug}>; rel=\"successor-version\"");
        var page = (await newsroom.Reader().GetAsync($"/published/{retracted.Slug}.html")).Is(410);
        page.Text.ShouldContain($"href=\"http://localhost/published/{substitute.Slug}\"");
    }

    [Theory]
    [InlineData("""{"desk":"world","headline":"A","replaces":"0198c0de-0000-7000-8000-00000000dead"}""", 422)]
    [InlineData("""{"desk":"world","headline":"A","translationOf":"0198c0de-0000-7000-8000-00000000dead"}""", 422)]
    [InlineData("""{"desk":"world","headline":"A","replaces":"harbour-vote"}""", 400)]
    [InlineData("""{"desk":"world","headline":"A","translationOf":17}""", 400)]
    public async Task An_unknown_story_is_refused(string draft, int status)
    {
        var answer = await newsroom.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft);
        answer.Is(status);
        if (status == 422)
        {
            answer.IsRefused(status, "unknown-linked-story");
        }
    }

    private static object Draft(string headline, string language, Guid original) =>
        new
        {
            desk = "world",
            headline,
            language,
            translationOf = original,
        };

    private async Task<StoryDriver> DraftedAsync(object draft)
    {
        var drafted = (await newsroom.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).Is(201);
        return new StoryDriver(newsroom, drafted.Json["story"]!.GetValue<Guid>(), drafted.Json["slug"]!.GetValue<string>());
    }

    private async Task<StoryDriver> PublishedAsync(object draft)
    {
        var story = await DraftedAsync(draft);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
        return story;
    }

    private async Task<Answer> PageAsync(string slug) => (await newsroom.Reader().GetAsync($"/published/{slug}")).Is(200);

    private static IEnumerable<string> Translations(Answer page) =>
        page.Json["translations"]!.AsArray().Select(translation => $"{translation!["language"]} {translation["slug"]}");
}
