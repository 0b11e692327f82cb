using Microsoft.Extensions.Configuration;
using Newsroom.Api.Composition.Titles;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>What the file of a title may have, and what of the installation it gets.</summary>
public sealed class TitleFileTests
{
    private static readonly TitleSettings Titles = new("/titles", TimeSpan.FromSeconds(5), "title", 4);

    [Fact]
    public void A_file_is_read_with_all_its_members()
    {
        var file = TitleFile.Parse(
            "morning-post",
            """
            {
              "hosts": ["WWW.Morning.example."],
              "address": "https://www.morning.example",
              "publisher": "The Morning Post",
              "connectionStringFile": "/run/secrets/morning",
              "maintenanceFile": "/run/secrets/morning-owner",
              "ledgerKeyFile": "/run/secrets/morning-key",
              "authentication": { "authority": "https://login.example/", "audience": "morning" },
              "samples": true,
              "settings": { "Ledger__CheckpointEvery": "00:00:05" }
            }
            """
        );
        (file.Name, file.Hosts.Single(), file.Publisher, file.Samples).ShouldBe(
            ("morning-post", "www.morning.example", "The Morning Post", true)
        );
        file.Authentication.ShouldBe(new TitleIssuer("https://login.example/", "morning"));
    }

    [Fact]
    public void A_host_name_is_compared_as_requests_have_it() =>
        TitleFile.Parse("morning", """{ "hosts": ["bücher.example"] }""").Hosts.Single().ShouldBe("xn--bcher-kva.example");

    [Theory]
    [InlineData("Morning")]
    [InlineData("1morning")]
    [InlineData("morning_post")]
    [InlineData("")]
    [InlineData("a23456789012345678901234567890123456789012")]
    public void Another_name_is_refused(string name) =>
        Should.Throw<SettingsException>(() => TitleFile.Parse(name, "{}")).Message.ShouldContain("The name of the file");

    [Theory]
    [InlineData("""{ "hosts": ["a.example", "A.example"] }""", "a name twice")]
    [InlineData("""{ "hosts": ["a.example:80"] }""", "without scheme and port")]
    [InlineData("""{ "hosts": ["10.0.0.1"] }""", "without scheme and port")]
    [InlineData("""{ "hosts": null }""", "hosts")]
    [InlineData("""{ "address": "ftp://a.example" }""", "address is not")]
    [InlineData("""{ "address": "" }""", "A text is empty")]
    [InlineData("""{ "hosts": [null] }""", "A text is empty")]
    [InlineData("""{ "settings": { "Ledger:CheckpointEvery": null } }""", "A text is empty")]
    [InlineData("""{ "settings": { "Ledger:CheckpointEvery": 5 } }""", "cannot be read")]
    [InlineData("""{ "connectionString": "a", "connectionStringFile": "b" }""", "Give one of them")]
    [InlineData("""{ "authentication": { "authority": "https://a.example" } }""", "cannot be read")]
    [InlineData("""{ "samples": "yes" }""", "samples cannot be read")]
    [InlineData("""{ "samples": true, "samples": true }""", "cannot be read")]
    [InlineData("null", "not a JSON object")]
    public void A_file_with_a_fault_is_refused_with_what_is_accepted(string text, string reason) =>
        Should.Throw<SettingsException>(() => TitleFile.Parse("morning", text)).Message.ShouldContain(reason);

    [Fact]
    public void A_title_gets_the_settings_of_the_installation_that_several_can_have()
    {
        var settings = Configured("{}", ("RateLimits:Staff:Burst", "7"), ("Authentication:Authority", "https://login.example/"));
        (settings["RateLimits:Staff:Burst"], settings["Authentication:Authority"]).ShouldBe(("7", "https://login.example/"));
    }

    [Theory]
    [InlineData("ConnectionStrings:Newsroom")]
    [InlineData("ConnectionStrings:Maintenance")]
    [InlineData("Ledger:Key")]
    [InlineData("Ledger:KeyFile")]
    [InlineData("Ledger:Key_FILE")]
    [InlineData("Site:Url")]
    [InlineData("Console:Api")]
    [InlineData("Kestrel:Endpoints:Http:Url")]
    [InlineData("urls")]
    [InlineData("ForwardedHeaders:KnownProxies")]
    [InlineData("Metrics:Port")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("Titles:Directory")]
    [InlineData("NEWSROOM_SECRETS")]
    public void A_title_does_not_get_what_is_of_the_process_or_of_one_newsroom(string setting) =>
        Configured("{}", (setting, "shared")).ShouldNotContainKey(setting);

    [Theory]
    [InlineData("Evidence:Directory")]
    [InlineData("Console:Sessions")]
    [InlineData("Subscribers:KeyDirectory")]
    public void A_title_has_a_directory_below_that_of_the_installation(string setting) =>
        Configured("{}", (setting, "/shared"))[setting].ShouldBe(Path.Combine("/shared", "titles", "morning"));

    [Fact]
    public void A_title_has_an_exchange_and_a_data_directory_and_its_share_of_the_connections()
    {
        var settings = Configured("{}", ("NEWSROOM_DATA", "/data"), ("Database:Nodes", "2"));
        settings["Messaging:Exchange"].ShouldBe("newsroom.morning");
        settings["NEWSROOM_DATA"].ShouldBe(Path.Combine("/data", "titles", "morning"));
        (settings["Database:Nodes"], settings["Database:Titles"]).ShouldBe(("2", "4"));
    }

    [Fact]
    public void A_bucket_of_the_installation_is_not_shared()
    {
        (string, string?) bucket = ("Evidence:S3:Bucket", "files");
        Should.Throw<SettingsException>(() => Configured("{}", bucket)).Message.ShouldContain("bucket for itself");
        Configured("""{ "settings": { "Evidence:S3:Bucket": "morning" } }""", bucket)["Evidence:S3:Bucket"].ShouldBe("morning");
    }

    [Theory]
    [InlineData("Metrics__Port")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("ForwardedHeaders:KnownProxies:0")]
    [InlineData("NEWSROOM_DATA")]
    [InlineData("Ledger:Key_FILE")]
    [InlineData("Authentication:Authority")]
    public void A_title_cannot_change_what_is_of_the_process_or_a_member_of_its_file(string setting) =>
        Should.Throw<SettingsException>(() => Configured($$"""{ "settings": { "{{setting}}": "x" } }""")).Message.ShouldContain(
            setting.Replace("__", ":", StringComparison.Ordinal)
        );

    [Fact]
    public void Titles_on_a_server_have_their_share_of_its_connections_and_no_more()
    {
        ConnectionBudget.OfTitle(97, 100, nodes: 1, titles: 4).ShouldBe(new ConnectionBudget(17, 5));
        var refused = Should.Throw<SettingsException>(() => ConnectionBudget.OfTitle(97, 100, nodes: 2, titles: 4));
        refused.Message.ShouldContain("max_connections");
        ConnectionBudget.OfTitle(197, 100, nodes: 2, titles: 4).ShouldBe(new ConnectionBudget(17, 5));
    }

    private static Dictionary<string, string?> Configured(string file, params (string Name, string? Value)[] installation) =>
        TitleConfiguration.Of(
            new ConfigurationBuilder()
                .AddInMemoryCollection(installation.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
                .Build(),
            TitleFile.Parse("morning", file),
            Titles
        );
}
