using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>Titles are added, changed and removed while the others serve requests.</summary>
public sealed class TitleLifecycleTests(TitledInstallation installation) : IClassFixture<TitledInstallation>
{
    private const string Morning = TitledInstallation.Morning;

    [Fact]
    public async Task A_title_is_added_changed_and_removed_without_a_restart_of_the_others()
    {
        const string night = "night";
        var other = installation.Titles.Runners[Morning].Host;
        await installation.AddDatabaseAsync(night);
        installation.Write(night, installation.FileOf(night));
        await installation.RunsAsync(night);
        (await installation.As(night, "root", Role.Admin).PutAsync("/desks/late", new { name = "Late", language = "en" })).Is(201);

        var first = installation.Titles.Runners[night];
        var changed = installation.FileOf(night);
        changed["hosts"] = new[] { "nights.example" };
        changed["publisher"] = "The Night";
        installation.Write(night, changed);
        await Eventually.HoldsAsync("it runs anew", () => Task.FromResult(installation.Titles.Runners.GetValueOrDefault(night) != first));
        await installation.RunsAsync(night);
        using var renamed = installation.At("nights.example");
        (await new Person(renamed, installation.Token(night, "ed", Role.Editor)).GetAsync("/desks/late")).Is(200);
        (await new Person(renamed, null).GetAsync("/published/feed.json")).Is(200).Text.ShouldContain("The Night");
        using var earlier = installation.At(TitledInstallation.HostOf(night));
        (await new Person(earlier, null).GetAsync("/published")).Is(421);

        installation.Delete(night);
        await Eventually.HoldsAsync("it is gone", () => Task.FromResult(!installation.Titles.Runners.ContainsKey(night)));
        (await new Person(renamed, null).GetAsync("/published")).Is(421);
        installation.Titles.Runners[Morning].Host.ShouldBeSameAs(other);
        (await installation.As(Morning, "ed", Role.Editor).GetAsync("/desks/world")).Is(200);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("""{ "host": "x.example" }""", "\"host\" is unknown")]
    [InlineData("""{ "hosts": ["https://x.example"] }""", "without scheme and port")]
    [InlineData("""{ "hosts": ["evening.example"] }""", "also that of the title evening")]
    [InlineData("""{ "hosts": "x.example" }""", "member hosts cannot be read")]
    [InlineData("""{ "settings": { "Kestrel:Endpoints:A:Url": "http://*:1" } }""", "one of the installation")]
    [InlineData("""{ "settings": { "ConnectionStrings:Newsroom": "Host=x" } }""", "a member of the file")]
    [InlineData("""{ "connectionStringFile": "/nowhere/at-all" }""", "cannot be read")]
    [InlineData("""{ "ledgerKeyFile": "/nowhere/at-all" }""", "there is no such file")]
    [InlineData("""{ "connectionString": "Hosts=x;Password=hidden" }""", "connection string of the title cannot be read")]
    public async Task A_file_with_a_fault_is_named_in_health_and_stops_nothing_else(string file, string reason)
    {
        var title = $"bad-{Math.Abs(string.GetHashCode(file, StringComparison.Ordinal)) % 100_000}";
        installation.Write(title, file);
        (await installation.FaultAsync(title)).ShouldContain(reason);

        using var http = installation.At(null);
        var check = (await new Person(http, null).GetAsync("/health/ready")).Is(200).Json["checks"]![$"title:{title}"]!;
        ($"{check["status"]}", $"{check["detail"]}".Contains(reason, StringComparison.Ordinal)).ShouldBe(("degraded", true));
        check.ToJsonString().ShouldNotContain("hidden");
        (await installation.As(Morning, "ed", Role.Editor).GetAsync("/desks/world")).Is(200);

        installation.Delete(title);
        await Eventually.HoldsAsync("the fault is gone", () => Task.FromResult(!installation.Titles.Faults.ContainsKey(title)));
    }

    [Fact]
    public async Task A_title_whose_new_file_has_a_fault_goes_on_as_before()
    {
        var before = installation.Titles.Runners[TitledInstallation.Evening];
        installation.Write(TitledInstallation.Evening, "{");
        (await installation.FaultAsync(TitledInstallation.Evening)).ShouldContain("is not JSON");

        installation.Titles.Runners[TitledInstallation.Evening].ShouldBeSameAs(before);
        using var http = installation.At(null);
        var ready = (await new Person(http, null).GetAsync("/health/ready")).Is(200);
        $"{ready.Json["checks"]!["title:evening"]!["detail"]}".ShouldContain("earlier settings");
        installation.Write(TitledInstallation.Evening, installation.FileOf(TitledInstallation.Evening));
        await Eventually.HoldsAsync("the fault is gone", () => Task.FromResult(installation.Titles.Faults.IsEmpty));
        installation.Titles.Runners[TitledInstallation.Evening].ShouldBeSameAs(before);
    }

    [Fact]
    public async Task Two_titles_with_one_database_are_refused()
    {
        var copy = installation.FileOf(Morning);
        copy["hosts"] = new[] { "copy.example" };
        installation.Write("copy", copy);

        (await installation.FaultAsync("copy")).ShouldContain("is also that of the title morning");
        installation.Delete("copy");
    }

    [Fact]
    public async Task A_database_by_another_name_is_refused_by_its_ledger()
    {
        // The key that is created for the title is not that of the database.
        var alias = installation.FileOf(Morning);
        alias["hosts"] = new[] { "alias.example" };
        alias["connectionString"] = $"{alias["connectionString"]}".Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        installation.Write("alias", alias);

        await Eventually.HoldsAsync(
            "it cannot start",
            () => Task.FromResult(installation.Titles.Runners.GetValueOrDefault("alias")?.Fault is not null)
        );
        installation.Titles.Runners["alias"].Fault!.ShouldContain("The ledger of this database is");
        installation.Titles.Runners["alias"].Host.ShouldBeNull();
        using var http = installation.At("alias.example");
        var answer = (await new Person(http, null).GetAsync("/published")).Is(503);
        $"{answer.Json["type"]}".ShouldBe("/problems/title-unavailable");
        answer.Headers.ShouldContainKey("Retry-After");
        installation.Delete("alias");
    }

    [Fact]
    public async Task Two_titles_with_one_ledger_key_are_refused()
    {
        var key = Path.Combine(installation.DataOf(Morning), "ledger.key");
        await installation.AddDatabaseAsync("twin");
        var twin = installation.FileOf("twin");
        twin["ledgerKeyFile"] = key;
        installation.Write("twin", twin);

        (await installation.FaultAsync("twin")).ShouldStartWith("The ledger key");
        installation.Delete("twin");
    }

    [Fact]
    public async Task A_title_whose_database_cannot_be_reached_does_not_run_and_says_why()
    {
        var lost = installation.FileOf("lost");
        lost["connectionString"] = "Host=127.0.0.1;Port=1;Username=x;Password=hidden;Database=lost;Timeout=2";
        installation.Write("lost", lost);
        await Eventually.HoldsAsync(
            "it cannot start",
            () => Task.FromResult(installation.Titles.Runners.GetValueOrDefault("lost")?.Fault is not null)
        );

        var fault = installation.Titles.Runners["lost"].Fault!;
        fault.ShouldContain("cannot be opened as x");
        fault.ShouldNotContain("hidden");
        using var http = installation.At(null);
        $"{(await new Person(http, null).GetAsync("/health/ready")).Is(200).Json["status"]}".ShouldBe("degraded");
        installation.Delete("lost");
    }
}
