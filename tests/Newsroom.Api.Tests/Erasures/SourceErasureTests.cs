using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Erasures;

/// <summary>The identity of a confidential source is revealed to legal on the record, until it is erased.</summary>
public sealed class SourceErasureTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private readonly ErasureDriver erasures = new(newsroom);
    private readonly Person lea = newsroom.As("lea", Role.Legal);
    private readonly Person chi = newsroom.As("chi", Role.ChiefEditor);
    private readonly Person ida = newsroom.As("ida", Role.Auditor);

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task An_identity_is_revealed_to_legal_and_recorded_until_it_is_erased()
    {
        const string identity = "Zebedee Quorn, deputy harbour master, +47 555 01 02";
        var rita = newsroom.As("rita", Role.Reporter);
        var speaker = (
            await rita.PostAsync(
                "/speakers/register-speaker",
                new
                {
                    name = "A senior official",
                    id = "senior-official",
                    identity,
                }
            )
        ).Is(201);
        speaker.Json["identity"]!.GetValue<string>().ShouldBe("sealed");
        (await erasures.MentionsAsync("Zebedee")).ShouldBe(0);
        (await rita.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "I wonder." })).IsRefused(403, "role-required");
        (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = " " })).IsRefused(422, "reason-required");
        var told = (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "A letter from their lawyer." })).Is(
            200
        );
        told.Json["identity"]!.GetValue<string>().ShouldBe(identity);
        (await erasures.MentionsAsync("Zebedee")).ShouldBe(0);

        var story = await StoryDriver.DraftedAsync(newsroom, "A source speaks", "“The wall will not hold,” a senior official said.");
        (
            await story.DoAsync(
                "attribute-quote",
                "rita",
                Role.Reporter,
                new { words = "“The wall will not hold,”", speaker = "senior-official" }
            )
        ).Is(200);
        await newsroom.CatchUpAsync();
        (await ida.GetAsync("/audit?type=identity_revealed")).Is(200).Json[0]!.ShouldSatisfyAllConditions(
            l => l["by"]!.GetValue<string>().ShouldStartWith("lea@"),
            l => l["why"]!.GetValue<string>().ShouldBe("A letter from their lawyer.")
        );
        (await erasures.BundleAsync(story)).Proved.ShouldContain("1 part is withheld: the identity of a confidential source.");

        (await rita.PostAsync("/speakers/senior-official/seal-identity", new { identity = $"{identity}; moved to Garrow" })).Is(200);
        (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "Again." })).Is(200).Json["identity"]!
            .GetValue<string>()
            .ShouldEndWith("moved to Garrow");
        var id = await erasures.RequestedAsync("identity", "senior-official");
        (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "Once more." })).IsRefused(422, "identity-erased");
        (await rita.GetAsync("/speakers/senior-official")).Is(200).Json["identity"]!.GetValue<string>().ShouldBe("erased");
        await erasures.EverythingHoldsAsync(story, "2 parts were erased by law");
        (await Database.ScalarAsync<long>("select count(*) from newsroom.source_keys where speaker = 'senior-official'")).ShouldBe(0);
    }

    [Fact]
    public async Task An_identity_is_in_no_refusal_and_not_even_in_a_digest()
    {
        var ed = newsroom.As("uma", Role.Publisher);
        (await ed.PostAsync("/speakers/register-speaker", new { name = "Refused source", identity = "First guess" })).IsRefused(
            403,
            "role-required"
        );
        (await ed.PostAsync("/speakers/register-speaker", new { name = "Refused source", identity = "Second guess" })).IsRefused(
            403,
            "role-required"
        );
        (
            await Database.ScalarAsync<long>(
                "select count(distinct data ->> 'request') from newsroom.mt_events where type = 'command_refused' and user_name like "
                    + "'uma@%' and data ->> 'command' = 'register-speaker'"
            )
        ).ShouldBe(1);
        (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync("/speakers/register-speaker", new { name = "No identity yet", id = "no-identity-yet" })
        ).Is(201);
        (await lea.PostAsync("/speakers/no-identity-yet/reveal-identity", new { reason = "Who?" })).IsRefused(422, "no-identity");
        (await lea.PostAsync("/speakers/never-registered/reveal-identity", new { reason = "Who?" })).IsRefused(404, "unknown-speaker");
    }
}
