using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Commands;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Tests.Distribution.Subscribers;

/// <summary>Subscribers, and the secrets that notices to them are signed with.</summary>
public sealed class SubscriberTests(Newsroom newsroom)
{
    private const string Url = "https://news.example.org/in?key=4711";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    private SubscriberSecrets Secrets => newsroom.Host.Services.GetRequiredService<SubscriberSecrets>();

    private Person Admin => newsroom.As("ada", Role.Admin);

    [Fact]
    public async Task A_secret_is_shown_once_and_stored_encrypted()
    {
        var (id, key) = ($"once-{Guid.NewGuid():N}", $"{Guid.NewGuid()}");
        var first = (await SendAsync("register-subscriber", key, $$"""{"id":"{{id}}","name":"Once","url":"{{Url}}"}""")).Is(201);
        first.Location.ShouldBe($"/subscribers/{id}");
        first.Headers["Cache-Control"].ShouldContain("no-store");
        var secret = first.Json["secret"]!.GetValue<string>();
        secret.ShouldStartWith("whsec_");
        Convert.FromBase64String(secret["whsec_".Length..]).Length.ShouldBe(32);

        var again = (await SendAsync("register-subscriber", key, $$"""{"id":"{{id}}","name":"Once","url":"{{Url}}"}""")).Is(201);
        again.Location.ShouldBe(first.Location);
        again.Json["secret"].ShouldBeNull();
        again.Json["notice"]!.GetValue<string>().ShouldContain("rotate-secret");
        again.Json["subscriber"]!.ToJsonString().ShouldBe(first.Json["subscriber"]!.ToJsonString());
        (await Secrets.ReadAsync(id, newsroom.Clock.GetUtcNow(), Cancel)).ShouldBe([secret]);
        (await Admin.GetAsync($"/subscribers/{id}")).Is(200).Text.ShouldNotContain("whsec_");
        await newsroom.CatchUpAsync();
        await using var connection = await Database.OpenConnectionAsync(Cancel);
        foreach (var table in await TablesAsync())
        {
            var rows = $"select count(*) from newsroom.{table} t where to_jsonb(t)::text like '%whsec_%'";
            (await connection.ScalarAsync<long>(rows)).ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task A_rotation_overlaps_and_at_most_two_secrets_are_valid()
    {
        var (id, first) = await RegisteredAsync();
        var path = $"{id}/rotate-secret";
        var second = await SecretAsync(path, """{"overlapHours":2}""");
        var now = newsroom.Clock.GetUtcNow();
        (await Secrets.ReadAsync(id, now, Cancel)).ShouldBe([second, first]);
        (await Secrets.ReadAsync(id, now.AddHours(3), Cancel)).ShouldBe([second]);

        var key = $"{Guid.NewGuid()}";
        var third = (await SendAsync(path, key, "{}")).Is(200).Json["secret"]!.GetValue<string>();
        (await SendAsync(path, key, "{}")).Is(200).Json["secret"].ShouldBeNull();
        (await Secrets.ReadAsync(id, now, Cancel)).ShouldBe([third, second]);
        (await Secrets.ReadAsync(id, now.AddHours(23), Cancel)).ShouldBe([third, second]);

        var fourth = await SecretAsync(path, """{"overlapHours":0}""");
        (await Secrets.ReadAsync(id, now, Cancel)).ShouldBe([fourth]);
        (await Admin.PostAsync($"/subscribers/{id}/remove-subscriber", "{}")).Is(200);
        (await Secrets.ReadAsync(id, now, Cancel)).ShouldBeEmpty();
        (await Admin.PostAsync($"/subscribers/{path}", "{}")).IsRefused(422, "subscriber-removed");
        (await Admin.PostAsync($"/subscribers/{id}/rotate-secret", """{"overlapHours":169}""")).Is(400);
    }

    [Fact]
    public async Task Secrets_rotated_at_once_are_at_most_two()
    {
        var (id, _) = await RegisteredAsync();
        var rotated = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SecretAsync($"{id}/rotate-secret", "{}")));
        var valid = await Secrets.ReadAsync(id, newsroom.Clock.GetUtcNow(), Cancel);
        valid.Count.ShouldBe(2);
        valid.ShouldBeSubsetOf(rotated);
    }

    [Fact]
    public async Task A_secret_is_deleted_when_its_overlap_is_over()
    {
        var (id, first) = await RegisteredAsync();
        var second = await SecretAsync($"{id}/rotate-secret", """{"overlapHours":1}""");
        var now = newsroom.Clock.GetUtcNow();
        await Secrets.DeleteExpiredAsync(Cancel);
        (await Secrets.ReadAsync(id, now, Cancel)).ShouldBe([second, first]);
        await Database.ScalarAsync<long>(
            $"with u as (update {SecretTable.Name} set valid_until = now() - interval '1 s' where subscriber = '{id}' and valid_until "
                + "is not null returning 1) select count(*) from u"
        );
        (await Secrets.DeleteExpiredAsync(Cancel)).ShouldBeGreaterThan(0);
        (await Secrets.ReadAsync(id, now.AddDays(-1), Cancel)).ShouldBe([second]);
    }

    [Fact]
    public async Task The_history_of_a_subscriber_is_told_in_sentences()
    {
        var (id, _) = await RegisteredAsync();
        (await Admin.PostAsync($"/subscribers/{id}/change-subscriber", """{"kinds":["killed"],"languages":["NB-no"]}""")).Is(200);
        (await Admin.PostAsync($"/subscribers/{id}/pause-subscriber", new { reason = "Their <b>server</b>." })).Is(200);
        (await Admin.PostAsync($"/subscribers/{id}/resume-subscriber", "{}")).Is(200);
        var path = $"/subscribers/{id}/history";
        var entries = (await Admin.GetAsync(path)).Is(200).Body["items"]!.AsArray();
        entries
            .Select(e => e!["sentence"]!.GetValue<string>())
            .ShouldBe([
                $"ada registered the subscriber {id}: Harbour News, {Url}, all desks, all languages, all kinds, as json",
                $"ada changed the subscriber {id}: Harbour News, {Url}, all desks, languages nb-NO, kinds killed, as json",
                $"ada paused the subscriber {id}",
                $"ada resumed the subscriber {id}",
            ]);
        entries[2]!["why"]!.GetValue<string>().ShouldBe("Their <b>server</b>.");
        var page = (await Admin.GetAsync($"{path}?after=1&limit=2")).Is(200).Body;
        page["items"]!.AsArray().Select(e => e!["type"]!.GetValue<string>()).ShouldBe(["subscriber_changed", "subscriber_paused"]);
        page["next"]!.GetValue<string>().ShouldBe("3");
        (await Admin.GetAsync($"{path}?after=9")).Is(200).Body["items"]!.AsArray().ShouldBeEmpty();
        (await Admin.GetAsync("/subscribers/nobody/history")).IsRefused(404, "unknown-subscriber");
        (await Admin.GetAsync("/subscribers/nobody")).IsRefused(404, "unknown-subscriber");
    }

    [Theory]
    [InlineData("""{"name":"A","url":"https://a.example","desks":["nowhere"]}""", 422)]
    [InlineData("""{"name":"A","url":"https://a.example","desks":[null]}""", 400)]
    [InlineData("""{"name":"A","url":"https://a.example","kinds":["spiked"]}""", 400)]
    [InlineData("""{"name":"A","url":"https://a.example","format":"pdf"}""", 400)]
    [InlineData("""{"name":"A","url":"https://a.example","languages":["no language"]}""", 422)]
    [InlineData("""{"name":"A","url":"https://a:b@a.example"}""", 422)]
    [InlineData("""{"name":"A\u202E","url":"https://a.example"}""", 422)]
    [InlineData("""{"name":" ","url":"https://a.example"}""", 400)]
    [InlineData("""{"name":"A","url":""}""", 400)]
    [InlineData("""{"name":"A"}""", 400)]
    [InlineData("""{"name":"A","url":"https://a.example","id":"Not a slug"}""", 400)]
    public async Task What_no_subscriber_can_have_is_refused(string body, int status)
    {
        (await Admin.PostAsync("/subscribers/register-subscriber", body)).Is(status);
        var (id, _) = await RegisteredAsync();
        if (body.Contains("url\":\"\"", StringComparison.Ordinal) || !body.Contains("\"A\"}", StringComparison.Ordinal))
        {
            var change = body.Replace("\"id\":\"Not a slug\"", "\"id\":1", StringComparison.Ordinal);
            (await Admin.PostAsync($"/subscribers/{id}/change-subscriber", change)).Status.ShouldBeOneOf(400, 422);
        }
    }

    [Fact]
    public async Task Development_also_sends_over_http() =>
        (await Admin.PostAsync("/subscribers/register-subscriber", new { name = "Local News", url = "http://localhost:8080" })).Is(201);

    [Fact]
    public void Formats_are_those_of_published_stories() =>
        Enum.GetValues<DeliveryFormat>()
            .Select(format => format.ToKebabCase())
            .ShouldBe([EditionFormat.Json, .. EditionFormat.All.Select(format => format.Extension)]);

    [Fact]
    public void Keys_are_shared_by_nodes_and_a_secret_is_of_one_subscriber()
    {
        using var keys = new TemporaryDirectory("newsroom-keys");
        var (one, other) = (Protection(keys.Path), Protection(keys.Path));
        var sealedByOne = one.Protect("harbour-news", "whsec_1");
        other.Unprotect("harbour-news", sealedByOne).ShouldBe("whsec_1");
        one.Unprotect("harbour-news", other.Protect("harbour-news", "whsec_2")).ShouldBe("whsec_2");
        Should.Throw<SecretKeysException>(() => one.Unprotect("city-times", sealedByOne)).Message.ShouldContain(keys.Path);
    }

    [Fact]
    public void A_key_that_another_node_wrote_later_is_read()
    {
        using var keys = new TemporaryDirectory("newsroom-keys");
        using var elsewhere = new TemporaryDirectory("newsroom-keys");
        var (one, other) = (Protection(keys.Path), Protection(elsewhere.Path));
        var secret = other.Protect("harbour-news", "whsec_2");
        one.Protect("harbour-news", "whsec_1");
        Should.Throw<SecretKeysException>(() => one.Unprotect("harbour-news", secret));
        foreach (var file in Directory.GetFiles(elsewhere.Path))
        {
            File.Copy(file, Path.Combine(keys.Path, Path.GetFileName(file)));
        }

        one.Unprotect("harbour-news", secret).ShouldBe("whsec_2");
    }

    [Fact]
    public async Task Without_its_keys_a_command_is_answered_503_and_health_names_the_subscriber()
    {
        var (id, _) = await RegisteredAsync();
        using var empty = new TemporaryDirectory("newsroom-keys");
        foreach (var directory in new[] { empty.Path, null })
        {
            var without = new SubscriberSecrets(Database, Protection(directory), newsroom.Clock);
            var lost = await Should.ThrowAsync<SecretKeysException>(() => without.ReadAsync(id, newsroom.Clock.GetUtcNow(), Cancel));
            lost.Message.ShouldContain(SubscriberSettings.DirectorySetting);
            (await without.FindLostAsync(Cancel)).ShouldContainKey(id);
            var health = await new SecretHealth(without).CheckHealthAsync(new(), Cancel);
            health.Description!.ShouldContain(SubscriberSettings.DirectorySetting);
        }

        var attempt = new SubscriberAttempt(
            new CommandTransaction(null!, null!),
            id,
            new RotateSecret(),
            Actor.Of("ada@test", Role.Admin),
            new SubscriberSettings(AllowsHttp: true, KeyDirectory: null),
            new SubscriberSecrets(Database, Protection(null), newsroom.Clock)
        );
        var problem = (await attempt.LoadContextAsync(null, Cancel)).ShouldBeOfType<ProblemHttpResult>();
        problem.StatusCode.ShouldBe(503);
        problem.ProblemDetails.Type.ShouldBe("/problems/secret-keys-unavailable");
        (await Secrets.FindLostAsync(Cancel)).ShouldBeEmpty();
    }

    private static SecretProtection Protection(string? directory) => new(new SubscriberSettings(AllowsHttp: false, directory));

    private async Task<string[]> TablesAsync() =>
        await Database.ScalarAsync<string[]>(
            "select array_agg(relname::text) from pg_class where relnamespace = 'newsroom'::regnamespace and relkind = 'r'"
        );

    private async Task<(string Id, string Secret)> RegisteredAsync()
    {
        var id = $"harbour-{Guid.NewGuid():N}";
        return (id, await SecretAsync("register-subscriber", $$"""{"id":"{{id}}","name":"Harbour News","url":"{{Url}}"}"""));
    }

    private async Task<string> SecretAsync(string command, string body)
    {
        var answer = await SendAsync(command, null, body);
        answer.Status.ShouldBeOneOf([200, 201], answer.Text);
        return answer.Json["secret"]!.GetValue<string>();
    }

    private Task<Answer> SendAsync(string command, string? key, string body) =>
        Admin.SendAsync(
            HttpMethod.Post,
            $"/subscribers/{command}",
            Encoding.UTF8.GetBytes(body),
            "application/json",
            (IdempotencyHeader.Name, key)
        );
}
