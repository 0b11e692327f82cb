using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Newsroom.Console.Tests.Pages;

/// <summary>Files of evidence are stored with a check, and read again.</summary>
public sealed class EvidenceUploadTests(ConsoleHost host)
{
    private const string Quote = "“The crane was built here,”";

    private const string Copy = "Store a copy: a file of at most 100 MB (optional)";

    private const string Digest = "SHA-256 of a copy that is kept (optional)";

    private static readonly byte[] Recording = Encoding.UTF8.GetBytes("<script>alert(1)</script> A recording.\n");

    [Fact]
    public async Task A_file_is_stored_with_a_check_and_sent_back_as_a_download()
    {
        using var noor = await OpenAsync("Evidence that is stored");
        noor.Fill("Verified");
        noor.Fill("What it is", "Recording of the interview");
        noor.Attach(Copy, "../<b>recording%22.html", Recording);

        await noor.PressAsync("Check q1");

        noor.TextOf("#passage-title").ShouldBe("Quote q1: verified");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Recording));
        noor.TextOf(".checks").ShouldContain($"Copy: SHA-256 {digest}");
        using var file = await noor.DownloadAsync($"/evidence/{digest}");
        (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Recording);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        using var none = await noor.DownloadAsync($"/evidence/{new string('0', 64)}");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_with_another_digest_is_refused_in_the_words_of_the_API_and_the_form_keeps_its_input()
    {
        using var noor = await OpenAsync("Evidence that is refused");
        noor.Fill("Verified");
        noor.Fill("What it is", "Recording of the interview");
        noor.Fill(Digest, new string('a', 64));
        noor.Attach(Copy, "recording.txt", Recording);

        await noor.PressAsync("Check q1");

        noor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        noor.Refusal.ShouldContain("Nothing was stored.");
        noor.ValueOf("What it is").ShouldBe("Recording of the interview");
        noor.ValueOf(Digest).ShouldBe(new string('a', 64));
        noor.TextOf("#passage-title").ShouldBe("Quote q1: unchecked");
    }

    [Fact]
    public async Task A_check_that_is_refused_after_its_file_was_stored_keeps_the_digest()
    {
        using var noor = await OpenAsync("Evidence without a citation");
        noor.Fill("Verified");
        noor.Attach(Copy, "recording.txt", Recording);

        await noor.PressAsync("Check q1");

        ((int)noor.Status).ShouldBeInRange(400, 422);
        noor.Refusal.ShouldContain("citation");
        noor.ValueOf(Digest).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Recording)));
    }

    private async Task<Visitor> OpenAsync(string headline)
    {
        var story = await host.DraftAsync(headline, $"{Quote} said Oona Strand.", Quote);
        var noor = await Visitor.OfAsync(host, "Noor Haddon");
        await noor.OpenAsync($"/stories/{story}?passage=q1");
        return noor;
    }
}
