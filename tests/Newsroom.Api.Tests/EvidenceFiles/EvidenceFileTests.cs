using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Erasures;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>Evidence files are stored under their digests, read by staff, and erased.</summary>
public sealed class EvidenceFileTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private readonly Person femi = newsroom.As("femi", Role.FactChecker);
    private readonly Person ida = newsroom.As("ida", Role.Auditor);

    private EvidenceStorage Storage => newsroom.Host.Services.GetRequiredService<EvidenceStorage>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_stored_once_and_read_as_it_was_sent()
    {
        var content = Content("%PDF-1.7 the harbour log");
        var digest = DigestOf(content);
        var first = (await PutAsync(digest, content, "?name=log.pdf", "text/html")).Is(201);
        (first.Location, first.Json["mediaType"]!.GetValue<string>(), first.Json["bytes"]!.GetValue<int>()).ShouldBe(
            ($"/evidence/{digest}", "application/pdf", content.Length)
        );
        (await PutAsync(digest, content)).Is(200).Json["name"]!.GetValue<string>().ShouldBe("log.pdf");
        (await EventsAsync(digest)).ShouldBe(["evidence_file_added"]);

        var read = (await newsroom.As("ann", Role.Editor).GetAsync($"/evidence/{digest}")).Is(200);
        (read.ContentType, read.Text).ShouldBe(("application/pdf", Encoding.UTF8.GetString(content)));
        read.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        (await EventsAsync(digest)).ShouldBe(["evidence_file_added"]);
        (await newsroom.Reader().GetAsync($"/evidence/{digest}")).Is(401);
        (await femi.SendAsync(HttpMethod.Head, $"/evidence/{digest}", null, null)).Is(200).Text.ShouldBeEmpty();
        Directory.EnumerateFiles(Storage.Incoming).ShouldBeEmpty();
    }

    [Fact]
    public async Task Content_of_another_digest_is_refused_and_not_kept()
    {
        var digest = DigestOf(Content("what was promised"));
        (await PutAsync(digest, Content("what was sent"))).IsRefused(422, "evidence-digest-mismatch");
        (await femi.GetAsync($"/evidence/{digest}")).IsRefused(404, "unknown-evidence-file");
        (await Storage.Store.OpenAsync(digest, Cancellation)).ShouldBeNull();
        (await PutAsync(DigestOf([]), [])).IsRefused(422, "evidence-file-empty");
        Directory.EnumerateFiles(Storage.Incoming).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("abc")]
    public async Task An_address_that_is_no_digest_is_refused(string address)
    {
        (await PutAsync(address, Content("x"))).Status.ShouldBeOneOf(400, 404, 405);
        (await femi.GetAsync($"/evidence/{address}")).Status.ShouldBeOneOf(400, 404);
    }

    [Fact]
    public async Task An_address_that_is_not_hexadecimal_is_refused() =>
        (await PutAsync(new string('G', 64), Content("x"))).IsRefused(400, "evidence-digest");

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_while_it_arrives()
    {
        var content = new byte[EvidenceFile.MaxBytes + 1];
        (await PutAsync(DigestOf(content), content)).IsRefused(413, "evidence-file-too-large");

        // Without its length the size is only known at the end.
        await using var endless = new MemoryStream(content, writable: false);
        using var file = await IncomingFile.ReadAsync(endless, Storage.Incoming, Cancellation);
        file.Refuse(DigestOf(content))!.Code.ShouldBe("evidence-file-too-large");
        (file.Bytes - EvidenceFile.MaxBytes).ShouldBeInRange(1, 64 * 1024);
    }

    [Fact]
    public async Task An_upload_that_is_cut_leaves_nothing()
    {
        await Should.ThrowAsync<IOException>(async () =>
        {
            using var file = await IncomingFile.ReadAsync(new CutStream(), Storage.Incoming, Cancellation);
        });
        Directory.EnumerateFiles(Storage.Incoming).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_is_stored_once_by_concurrent_uploads()
    {
        var content = Content(string.Join(' ', Enumerable.Range(0, 200_000)));
        var digest = DigestOf(content);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(digest, content)));
        answers.Select(a => a.Status).Order().ShouldBe([200, 200, 200, 200, 200, 200, 200, 201]);
        (await EventsAsync(digest)).ShouldBe(["evidence_file_added"]);
        (await femi.GetAsync($"/evidence/{digest}")).Is(200).Text.Length.ShouldBe(content.Length);
    }

    [Fact]
    public async Task A_file_without_its_event_cannot_be_read_and_the_upload_can_be_repeated()
    {
        // The host was killed between the two.
        var content = Content("stored before the host was killed");
        var digest = DigestOf(content);
        var copy = Path.Combine(Storage.Incoming, "killed");
        Directory.CreateDirectory(Storage.Incoming);
        await File.WriteAllBytesAsync(copy, content, Cancellation);
        await Storage.Store.SaveAsync(digest, copy, Cancellation);
        (await femi.GetAsync($"/evidence/{digest}")).IsRefused(404, "unknown-evidence-file");
        (await PutAsync(digest, content)).Is(201);
        (await femi.GetAsync($"/evidence/{digest}")).Is(200);
    }

    [Fact]
    public async Task Each_read_of_a_confidential_file_is_recorded()
    {
        var content = Content("the letter of a source");
        var digest = DigestOf(content);
        (await PutAsync(digest, content)).Is(201);
        (await PutAsync(digest, content, "?confidential=true")).Is(200).Json["confidential"]!.GetValue<bool>().ShouldBeTrue();
        (await PutAsync(digest, content)).Is(200).Json["confidential"]!.GetValue<bool>().ShouldBeTrue();
        var read = (await newsroom.As("ann", Role.Editor).GetAsync($"/evidence/{digest}")).Is(200);
        (read.Text, read.Headers["Cache-Control"]).ShouldBe(("the letter of a source", "no-store"));
        (await EventsAsync(digest)).ShouldBe(["evidence_file_added", "evidence_file_added", "evidence_file_read"]);
        var line = (await ida.GetAsync("/audit?type=evidence_file_read&actor=ann")).Is(200).Json[0]!;
        line["sentence"]!.GetValue<string>().ShouldBe($"ann read the confidential evidence file {digest}");
    }

    [Fact]
    public async Task An_erased_file_is_gone_and_not_accepted_again()
    {
        var content = Content("erased as a file");
        var digest = DigestOf(content);
        (await PutAsync(digest, content, "?name=Quillweather.txt")).Is(201);
        var erasures = new ErasureDriver(newsroom);
        (await erasures.MentionsAsync("Quillweather")).ShouldBeGreaterThan(0);
        await EraseAsync(erasures, "file", digest);

        (await erasures.MentionsAsync("Quillweather")).ShouldBe(0);
        (await Storage.Store.OpenAsync(digest, Cancellation)).ShouldBeNull();
        (await femi.GetAsync($"/evidence/{digest}")).IsRefused(410, "evidence-file-erased");
        (await PutAsync(digest, content)).IsRefused(422, "evidence-file-erased");
        (await Storage.Store.OpenAsync(digest, Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Files_are_put_read_and_erased_in_any_order(int seed)
    {
        var (random, erasures) = (new Random(seed), new ErasureDriver(newsroom));
        TestFile[] files = [.. Enumerable.Range(0, 3).Select(n => TestFile.Of($"in any order {seed} {n}"))];
        var states = new FileState[files.Length];
        for (var step = 0; step < 20; step++)
        {
            var (number, operation) = (random.Next(files.Length), random.Next(7));
            var (file, state) = (files[number], states[number]);
            switch (operation)
            {
                case < 3:
                    (await PutAsync(file.Digest, file.Content)).Status.ShouldBe(StatusOfPut(state));
                    states[number] = state == FileState.Unknown ? FileState.Stored : state;
                    break;
                case 3 when state == FileState.Stored:
                    await EraseAsync(erasures, "file", file.Digest);
                    states[number] = FileState.Erased;
                    break;
                default:
                    (await femi.GetAsync($"/evidence/{file.Digest}")).Status.ShouldBe(StatusOfGet(state));
                    break;
            }

            (await file.IsStoredAsync(Storage.Store, Cancellation)).ShouldBe(states[number] == FileState.Stored);
        }
    }

    [Fact]
    public async Task Erasing_evidence_erases_its_stored_copy()
    {
        var content = Content("erased with its check");
        var digest = DigestOf(content);
        (await PutAsync(digest, content)).Is(201);
        var erasures = new ErasureDriver(newsroom);
        var story = await StoryDriver.DraftedAsync(newsroom, "Copied", "The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        var evidence = new[]
        {
            new
            {
                kind = "document",
                citation = "The log",
                sha256 = digest,
            },
        };
        var check = new
        {
            passage = "c1",
            fingerprint = await story.FingerprintAsync("c1"),
            verdict = "verified",
            evidence,
        };
        (await story.DoAsync("fact-check", "femi", Role.FactChecker, check)).Is(200);
        await newsroom.CatchUpAsync();
        await EraseAsync(erasures, "evidence", $"{await erasures.CheckOfAsync(story)}");

        (await Storage.Store.OpenAsync(digest, Cancellation)).ShouldBeNull();
        (await femi.GetAsync($"/evidence/{digest}")).IsRefused(410, "evidence-file-erased");
        await erasures.EverythingHoldsAsync(story, "erased by law");
    }

    [Fact]
    public async Task A_bundle_has_the_files_that_checks_name_except_confidential_ones()
    {
        var (open, secret) = (Content("in the bundle"), Content("not in the bundle"));
        (await PutAsync(DigestOf(open), open)).Is(201);
        (await PutAsync(DigestOf(secret), secret, "?confidential=true")).Is(201);
        var story = await StoryDriver.DraftedAsync(newsroom, "Bundled", "The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        var evidence = new[] { open, secret }.Select(content => new
        {
            kind = "document",
            citation = "The log",
            sha256 = DigestOf(content),
        });
        var check = new
        {
            passage = "c1",
            fingerprint = await story.FingerprintAsync("c1"),
            verdict = "verified",
            evidence,
        };
        (await story.DoAsync("fact-check", "femi", Role.FactChecker, check)).Is(200);
        await newsroom.CatchUpAsync();
        using var http = newsroom.Host.Server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", newsroom.Token("ida", [Role.Auditor]));
        var archive = await http.GetByteArrayAsync(new Uri($"/stories/{story.Id}/bundle?files=true", UriKind.Relative), Cancellation);
        var files = BundleArchive.Read(new MemoryStream(archive));
        files[$"evidence/{DigestOf(open)}"].ShouldBe(open);
        files.Keys.ShouldNotContain($"evidence/{DigestOf(secret)}");
        var keys = newsroom.Host.Services.GetRequiredService<LedgerKeys>().All;
        var verified = BundleVerifier.Verify(files, keys, null);
        verified.Holds.ShouldBeTrue(verified.Wrong);
        var changed = files.SetItem($"evidence/{DigestOf(open)}", secret);
        BundleVerifier.Verify(changed, keys, null).Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task The_command_line_stores_and_fetches_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-evidence-").FullName;
        var (sent, fetched) = (Path.Combine(folder, "log.txt"), Path.Combine(folder, "fetched.txt"));
        await File.WriteAllTextAsync(sent, "The harbour log, by hand", Cancellation);
        var digest = DigestOf(Content("The harbour log, by hand"));
        var stored = await newsroom.TypeAsync("femi", Role.FactChecker, "add-evidence", sent, "--confidential");
        stored.Said.ShouldContain(digest);
        stored.Code.ShouldBe(0, stored.Said);
        (await newsroom.TypeAsync("femi", Role.FactChecker, "get-evidence", digest, "--to", fetched)).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(fetched, Cancellation)).ShouldBe("The harbour log, by hand");
        (await EventsAsync(digest)).ShouldBe(["evidence_file_added", "evidence_file_read"]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_that_the_store_lost_is_named_as_missing()
    {
        var content = Content("lost");
        var digest = DigestOf(content);
        (await PutAsync(digest, content)).Is(201);
        await Storage.Store.DeleteAsync(digest, Cancellation);
        (await femi.GetAsync($"/evidence/{digest}")).IsRefused(404, "evidence-file-missing");
    }

    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n", "image/png")]
    [InlineData("GIF89a....", "image/gif")]
    [InlineData("<html><script>", "text/plain; charset=utf-8")]
    [InlineData("ab\u0000cd", "application/octet-stream")]
    [InlineData("RIFF....WAVE", "audio/wav")]
    public void The_type_is_read_from_the_content(string content, string type) =>
        MediaTypes.Of(Encoding.Latin1.GetBytes(content)).ShouldBe(type);

    private enum FileState
    {
        Unknown,
        Stored,
        Erased,
    }

    private static int StatusOfPut(FileState state) =>
        state switch
        {
            FileState.Unknown => 201,
            FileState.Stored => 200,
            _ => 422,
        };

    private static int StatusOfGet(FileState state) =>
        state switch
        {
            FileState.Unknown => 404,
            FileState.Stored => 200,
            _ => 410,
        };

    private async Task EraseAsync(ErasureDriver erasures, string kind, string subject)
    {
        var id = await erasures.RequestedAsync(kind, subject);
        (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
    }

    private Task<Answer> PutAsync(string digest, byte[] content, string query = "", string type = "application/octet-stream") =>
        femi.SendAsync(HttpMethod.Put, $"/evidence/{digest}{query}", content, type);

    private async Task<string[]> EventsAsync(string digest)
    {
        await newsroom.CatchUpAsync();
        var trail = (await ida.GetAsync($"/audit?text={digest}")).Is(200).Json.AsArray();
        return
        [
            .. trail.Select(line => line!["type"]!.GetValue<string>()).Where(t => t != "command_refused").Order(StringComparer.Ordinal),
        ];
    }

    private static byte[] Content(string text) => Encoding.UTF8.GetBytes(text);

    private static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Ends as a broken connection does.</summary>
    private sealed class CutStream : MemoryStream
    {
        private bool isCut;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (isCut)
            {
                throw new IOException("The connection was reset.");
            }

            isCut = true;
            buffer.Span[..10].Fill(1);
            return ValueTask.FromResult(10);
        }
    }
}
