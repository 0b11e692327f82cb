using System.Security.Cryptography;
using System.Text;
using Newsroom.Api.Tests.Access;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>A file that only confidential stories use is read by their readers, and each read is recorded.</summary>
public sealed class EvidenceAccessTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_file_of_a_confidential_story_is_read_by_its_readers_and_recorded()
    {
        var digest = await StoredAsync();
        (await newsroom.As("rob", Role.Reporter).GetAsync($"/evidence/{digest}")).Is(200);
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        (await CheckedAsync(story, digest)).Is(200);

        var rob = newsroom.As("rob", Role.Reporter);
        (await rob.GetAsync($"/evidence/{digest}")).IsRefused(404, "unknown-evidence-file");
        (await rob.SendAsync(HttpMethod.Head, $"/evidence/{digest}", null, null)).Is(404);
        (await newsroom.As("rita", Role.Reporter).GetAsync($"/evidence/{digest}")).Is(200).Headers["Cache-Control"].ShouldBe("no-store");
        await newsroom.CatchUpAsync();
        (await newsroom.As("chi", Role.ChiefEditor).GetAsync($"/audit?type=evidence_file_read&text={digest}"))
            .Is(200)
            .Json.AsArray()
            .Select(line => line!["by"]!.GetValue<string>().Split('@')[0])
            .ShouldBe(["rita"]);
    }

    [Fact]
    public async Task A_file_that_another_story_uses_too_is_read_by_everyone()
    {
        var digest = await StoredAsync();
        (await CheckedAsync(await ConfidentialStories.DraftedAsync(newsroom), digest)).Is(200);
        (await newsroom.As("rob", Role.Reporter).GetAsync($"/evidence/{digest}")).IsRefused(404, "unknown-evidence-file");
        var other = await ConfidentialStories.DraftedAsync(newsroom);
        (await CheckedAsync(other, digest)).Is(200);
        (await other.DoAsync("lift-confidentiality", "ed", Role.Editor, new { reason = "It is over." })).Is(200);
        await newsroom.CatchUpAsync();
        (await newsroom.As("rob", Role.Reporter).GetAsync($"/evidence/{digest}")).Is(200);
    }

    private async Task<string> StoredAsync()
    {
        var content = Encoding.UTF8.GetBytes($"A letter, {Guid.NewGuid()}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        (
            await newsroom
                .As("femi", Role.FactChecker)
                .SendAsync(HttpMethod.Put, $"/evidence/{digest}", content, "application/octet-stream")
        ).Is(201);
        return digest;
    }

    private async Task<Answer> CheckedAsync(StoryDriver story, string digest)
    {
        await ConfidentialStories.DescribeAsync(newsroom, "femi");
        (await story.DoAsync("mark-confidential", "rita", Role.Reporter, """{"reason":"Femi checks it.","readers":["femi"]}""")).Is(200);
        var answer = await story.DoAsync(
            "fact-check",
            "femi",
            Role.FactChecker,
            new
            {
                passage = "c1",
                fingerprint = await story.FingerprintAsync("c1"),
                verdict = "verified",
                evidence = new[]
                {
                    new
                    {
                        kind = "document",
                        citation = "A letter",
                        sha256 = digest,
                    },
                },
            }
        );
        await newsroom.CatchUpAsync();
        return answer;
    }
}
