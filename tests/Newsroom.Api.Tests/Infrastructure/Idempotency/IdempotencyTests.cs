using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.Composition.OpenApi;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Stories.Commands;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Idempotency;

/// <summary>Every command with an Idempotency-Key is carried out once, however often it is sent.</summary>
public sealed class IdempotencyTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Reveal = "POST /speakers/{speaker}/reveal-identity";

    // Its body is no JSON. EvidenceFileTests send it again.
    private const string AddFile = "PUT /evidence/{sha256}";

    // A repeat gets the response without the secret. SubscriberTests send them again.
    private const string Register = "POST /subscribers/register-subscriber";

    private const string Rotate = "POST /subscribers/{subscriber}/rotate-secret";

    /// <summary>The commands of the permission table whose responses are stored.</summary>
    public static TheoryData<string> Commands =>
        [
            .. Permissions
                .All.Where(p => !p.IsRead)
                .Select(p => $"{p.Method} {p.Route}")
                .Where(command => command is not (Reveal or AddFile or Register or Rotate)),
        ];

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_repeat_gets_the_response_again_and_another_request_is_refused(string command)
    {
        var (method, route) = command.Split(' ') is [var left, var right] ? (left, right) : throw new InvalidOperationException(command);
        var prepared = await CommandScenarios.PrepareAsync(newsroom, method, route);
        var key = $"{Guid.NewGuid()}";
        var first = await SendAsync(prepared, prepared.Body, key);
        first.Status.ShouldBeOneOf([200, 201], first.Text);
        var events = await EventsAsync();

        var again = await SendAsync(prepared, prepared.Body, $"\"{key}\"");
        again.Status.ShouldBe(first.Status);
        (again.ETag, again.Location, again.ContentType).ShouldBe((first.ETag, first.Location, first.ContentType));
        again.Text.ShouldBe(LastLine(first));

        var other = route.EndsWith("approve-erasure", StringComparison.Ordinal)
            ? await SendAsync(prepared with { Path = $"/erasures/{prepared.Other}/approve-erasure" }, prepared.Body, key)
            : await SendAsync(prepared with { Path = prepared.OtherPath ?? prepared.Path }, prepared.Other, key);
        other.IsRefused(422, "idempotency-key-reused");
        (await EventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task The_description_has_the_header_on_each_command()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        foreach (var permit in Permissions.All)
        {
            var operation = document.Json["paths"]![permit.Route]![permit.Method.ToLowerInvariant()]!;
            var headers = document.Parameters(operation).Where(p => p["name"]!.GetValue<string>() == IdempotencyHeader.Name);
            var takesKey = !permit.IsRead && $"{permit.Method} {permit.Route}" != Reveal;
            headers.Select(h => h["in"]!.GetValue<string>()).ShouldBe(takesKey ? ["header"] : [], $"{permit.Method} {permit.Route}");
        }
    }

    [Fact]
    public async Task A_secret_is_not_stored_and_its_command_takes_no_key()
    {
        var prepared = await CommandScenarios.PrepareAsync(newsroom, "POST", "/speakers/{speaker}/reveal-identity");
        (await SendAsync(prepared, prepared.Body, "mine")).IsRefused(422, "idempotency-key-not-accepted");
        (await SendAsync(prepared, prepared.Body, null)).Is(200);
        var stored = await Database.ScalarAsync<long>($"select count(*) from {IdempotencyRecord.Table} where data::text like '%Somebody%'");
        stored.ShouldBe(0);
    }

    [Theory]
    [InlineData("PUT /desks/{desk}")]
    [InlineData("POST /erasures/request-erasure")]
    [InlineData("POST /speakers/register-speaker")]
    public async Task A_refused_command_is_decided_again(string command)
    {
        var (method, route) = command.Split(' ') is [var left, var right] ? (left, right) : throw new InvalidOperationException(command);
        var prepared = await CommandScenarios.PrepareAsync(newsroom, method, route);
        var key = $"{Guid.NewGuid()}";
        var user = $"both-{Guid.NewGuid():N}";
        var without = prepared with { Who = newsroom.As(user, Role.Publisher) };
        (await SendAsync(without, prepared.Body, key)).IsRefused(403, "role-required");
        var role = Permissions.Of(method, route).Roles[0];
        var held = prepared with { Who = newsroom.As(user, role) };
        (await SendAsync(held, prepared.Body, key)).Is(201);
    }

    [Fact]
    public async Task A_key_belongs_to_its_sender()
    {
        var key = $"{Guid.NewGuid()}";
        var mine = await CommandScenarios.PrepareAsync(newsroom, "PUT", "/desks/{desk}");
        (await SendAsync(mine, mine.Body, key)).Is(201);
        (await SendAsync(mine with { Who = newsroom.As("another", Role.Admin) }, mine.Other, key)).Is(200);
        (await SendAsync(mine, mine.Body, key)).Is(201);
    }

    [Fact]
    public async Task A_command_sent_twice_at_once_is_carried_out_once()
    {
        string[] commands =
        [
            "PUT /people/{person}",
            "POST /speakers/register-speaker",
            "POST /desks/{desk}/accept-policy",
            "POST /erasures/request-erasure",
            "POST /erasures/{erasure}/reject-erasure",
            "POST /erasures/{erasure}/approve-erasure",
        ];
        foreach (var command in commands)
        {
            var prepared = await CommandScenarios.PrepareAsync(newsroom, command.Split(' ')[0], command.Split(' ')[1]);
            var key = $"{Guid.NewGuid()}";
            var before = await EventsAsync();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(prepared, prepared.Body, key)));
            answers.Select(a => (a.Status, a.Text)).Distinct().Count().ShouldBe(1, string.Join('\n', answers.Select(a => a.Text)));
            answers[0].Status.ShouldBeOneOf(200, 201);
            (await EventsAsync() - before).ShouldBe(command.Contains("speaker", StringComparison.Ordinal) ? 2 : 1, command);
        }
    }

    private static Task<Answer> SendAsync(PreparedCommand prepared, string body, string? key) =>
        prepared.Who.SendAsync(
            prepared.Method,
            prepared.Path,
            Encoding.UTF8.GetBytes(body),
            "application/json",
            ("If-Match", prepared.BasedOn is { } version ? $"\"v{version}\"" : null),
            (IdempotencyHeader.Name, key)
        );

    /// <summary>Returns the result; for a streamed response, its last line.</summary>
    private static string LastLine(Answer answer) =>
        answer.ContentType == "application/jsonl" ? $"{answer.Text.TrimEnd().Split('\n')[^1]}\n" : answer.Text;

    /// <summary>Counts events, without refusals and tombstones of failed appends.</summary>
    private Task<long> EventsAsync() =>
        Database.ScalarAsync<long>(
            "select count(*) from newsroom.mt_events where type not in ('command_refused', 'refusals_counted', 'tombstone')"
        );
}
