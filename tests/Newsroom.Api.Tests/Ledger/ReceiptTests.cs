using Newsroom.Api.Tests.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;
using Newsroom.Ledger;

namespace Newsroom.Api.Tests.Ledger;

/// <summary>A reader verifies offline which words were published when.</summary>
public sealed class ReceiptTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_receipt_proves_the_words_of_a_page()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "A receipt: of words");
        var (proof, page, key) = (await ReceiptAsync(story), await PageAsync(story), await KeyAsync());
        var verified = ReceiptVerifier.Verify(proof, [key], page);
        verified.Holds.ShouldBeTrue(verified.Wrong);
        verified.Proved[0].ShouldContain($"as /published/{story.Slug}.");
        verified.Proved[^1].ShouldBe("The page has exactly its words.");

        ReceiptVerifier.Verify(proof, [key], page.Replace("thirteen", "thirty")).Wrong.ShouldBe("The body of the page differs in line 1.");
        ReceiptVerifier.Verify(proof, [key], page.Replace("A receipt", "The receipt")).Wrong!.ShouldContain("The title of the page is");
        ReceiptVerifier.Verify(proof, [key], page.Replace("title: \"", "title: ")).Wrong!.ShouldContain("cannot be read");
        ReceiptVerifier.Verify(proof, [NoteSigner.Generate(key.Name).Key], page).Wrong!.ShouldContain("not signed with the key");

        await PublishedStories.CorrectAsync(story);
        ReceiptVerifier.Verify(proof, [key], await PageAsync(story)).Holds.ShouldBeFalse();
        ReceiptVerifier.Verify(await ReceiptAsync(story), [key], await PageAsync(story)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task The_command_line_verifies_a_receipt()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "A receipt on the command line");
        var folder = Directory.CreateTempSubdirectory("receipt");
        try
        {
            var (proof, page) = (Path.Combine(folder.FullName, "edition.proof"), Path.Combine(folder.FullName, "page.md"));
            await File.WriteAllTextAsync(proof, await ReceiptAsync(story), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(page, await PageAsync(story), TestContext.Current.CancellationToken);
            var key = $"{await KeyAsync()}";
            var verified = await Terminal.TypeAsync(machine => machine, "verify", proof, "--key", key, "--page", page);
            verified.Code.ShouldBe(0, verified.Said);
            verified.Said.ShouldContain("The page has exactly its words.");
            await File.AppendAllTextAsync(page, " More.", TestContext.Current.CancellationToken);
            var other = await Terminal.TypeAsync(machine => machine, "verify", proof, "--key", key, "--page", page);
            other.Code.ShouldBe(3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_edition_whose_record_is_not_public_has_no_receipt()
    {
        var waived = await PublishedStories.PublishAsync(newsroom, "A receipt of a waiver", prepare: WaiveAsync);
        await newsroom.CatchUpAsync();
        (await ReadAsync(waived)).IsRefused(404, "no-receipt").Text.ShouldNotContain("cannot wait");
        var story = await PublishedStories.PublishAsync(newsroom, "A receipt that ends");
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        (await ReadAsync(story)).IsRefused(404, "unknown-slug");
        (await story.DoAsync("release", "pia", Role.Publisher)).Is(200);
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "It is retracted." })).Is(200);
        (await ReadAsync(story)).IsRefused(404, "no-receipt");
        (await story.DoAsync("kill", "lea", Role.Legal, new { reason = "A court order.", notice = "It is gone." })).Is(200);
        (await ReadAsync(story)).IsRefused(410, "killed");
        (await newsroom.Reader().GetAsync("/published/none.proof")).IsRefused(404, "unknown-slug");
    }

    private static async Task WaiveAsync(StoryDriver story)
    {
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = PublishedStories.Words })).Is(200);
        var fingerprint = await story.FingerprintAsync("c1");
        var waiver = new
        {
            gate = "claims-checked",
            subject = "c1",
            fingerprint,
            reason = "It cannot wait.",
        };
        (await story.DoAsync("waive-gate", "chi", Role.ChiefEditor, waiver)).Is(200);
    }

    private Task<Answer> ReadAsync(StoryDriver story) => newsroom.Reader().GetAsync($"/published/{story.Slug}.proof");

    private async Task<string> ReceiptAsync(StoryDriver story)
    {
        await newsroom.CatchUpAsync();
        return (await ReadAsync(story)).Is(200).Text;
    }

    private async Task<string> PageAsync(StoryDriver story) =>
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}.md")).Is(200).Text;

    private async Task<NoteKey> KeyAsync() =>
        NoteKey.Parse((await newsroom.Reader().GetAsync("/ledger/keys")).Is(200).Text.Split('\n')[0]);
}
