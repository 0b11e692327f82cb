using Microsoft.Extensions.Configuration;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Ledger;

namespace Newsroom.Api.Tests.Ledger;

/// <summary>Compares a host with the identity of a database.</summary>
public sealed class HostIdentityTests
{
    private const string Name = "newsroom.example/ledger";

    private static readonly NoteSigner Key = NoteSigner.Generate(Name);
    private static readonly NoteSigner Next = NoteSigner.Generate(Name);
    private static readonly NoteSigner Generated = NoteSigner.Generate("newsroom-development/0a1b2c3d");

    private static readonly DatabaseIdentity Production = new(DatabaseKind.Production, Name, [Key.Key], []);
    private static readonly DatabaseIdentity Development = new(DatabaseKind.Development, Generated.Key.Name, [Generated.Key], []);

    [Fact]
    public void A_new_database_takes_any_host_with_a_key_for_its_environment()
    {
        Host(DatabaseKind.Development, Generated).Reject(null).ShouldBeNull();
        Host(DatabaseKind.Production, Key).Reject(null).ShouldBeNull();
    }

    [Fact]
    public void A_database_takes_the_hosts_it_was_created_by()
    {
        Host(DatabaseKind.Development, Generated).Reject(Development).ShouldBeNull();
        Host(DatabaseKind.Production, Key).Reject(Production).ShouldBeNull();
    }

    [Fact]
    public void A_generated_key_signs_nothing_outside_Development()
    {
        Host(DatabaseKind.Production, Generated).Reject(null)!.ShouldContain("signs in Development only");
        Host(DatabaseKind.Production, Generated).Reject(Development)!.ShouldContain("signs in Development only");
        Host(DatabaseKind.Production, Generated).Reject(Production)!.ShouldContain("newsroom ledger-key");
    }

    [Fact]
    public void A_database_of_the_other_kind_is_refused_whatever_the_key()
    {
        Host(DatabaseKind.Development, Key).Reject(Production)!.ShouldContain("ASPNETCORE_ENVIRONMENT=Production");
        Host(DatabaseKind.Development, Generated).Reject(Production)!.ShouldContain("was not created in Development");
        Host(DatabaseKind.Production, Key)
            .Reject(Production with { Kind = DatabaseKind.Development })!
            .ShouldContain("was created in Development");
    }

    [Fact]
    public void Another_name_or_another_key_is_refused_with_the_expected_one()
    {
        Host(DatabaseKind.Production, NoteSigner.Generate("staging.example/ledger"))
            .Reject(Production)!
            .ShouldContain($"The ledger of this database is {Name}");
        Host(DatabaseKind.Production, NoteSigner.Generate(Name)).Reject(Production)!.ShouldContain(Key.Key.Id);
        Host(DatabaseKind.Development, NoteSigner.Generate("newsroom-development/ffffffff"))
            .Reject(Development)!
            .ShouldContain("ledger.key");
    }

    [Fact]
    public void A_key_is_changed_by_configuring_the_earlier_one_too()
    {
        Of($"{Next.Secret()}\n{Key.Secret()}").Reject(Production).ShouldBeNull();
        Of($"{Next.Secret()}\n{Key.Key}").Reject(Production).ShouldBeNull();
        Of(Next.Secret()).Reject(Production)!.ShouldContain("public half");

        var changing = Production with { Signing = [Key.Key, Next.Key] };
        Of(Key.Secret()).Reject(changing).ShouldBeNull();
        Of(Next.Secret()).Reject(changing).ShouldBeNull();

        var changed = Production with { Signing = [Next.Key], Retired = [Key.Key] };
        Of(Next.Secret()).Reject(changed).ShouldBeNull();
        Of($"{Next.Secret()}\n{Key.Secret()}").Reject(changed).ShouldBeNull();
        Of(Key.Secret()).Reject(changed)!.ShouldContain(Next.Key.Id);
        Of($"{Key.Secret()}\n{Next.Key}").Reject(changed)!.ShouldContain("was retired");
    }

    [Fact]
    public void Without_recorded_keys_the_latest_checkpoint_identifies_the_ledger()
    {
        var signed = SignedNote.Sign(new Checkpoint(Name, 3, MerkleTree.Empty).Text, Key);
        var earlier = Production with { Signing = [], LatestCheckpoint = signed };
        Of(Key.Secret()).Reject(earlier).ShouldBeNull();
        Of($"{Next.Secret()}\n{Key.Key}").Reject(earlier).ShouldBeNull();
        Of(Next.Secret()).Reject(earlier)!.ShouldContain("signed with another key");
        Of(Key.Secret())
            .Reject(earlier with { LatestCheckpoint = signed with { Text = signed.Text.Replace("3", "4", StringComparison.Ordinal) } })
            .ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("production", DatabaseKind.Production)]
    [InlineData("development", DatabaseKind.Development)]
    public void The_kind_of_an_earlier_database_can_be_configured(string? given, DatabaseKind? kind) =>
        DatabaseKinds.Given(Configuration(given)).ShouldBe(kind);

    [Fact]
    public void An_unknown_kind_is_refused() =>
        Should
            .Throw<SettingsException>(() => DatabaseKinds.Given(Configuration("Staging")))
            .Message.ShouldContain("development or production");

    private static IConfiguration Configuration(string? given) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Database:CreatedAs", given)]).Build();

    private static HostIdentity Of(string keys) => new(DatabaseKind.Production, LedgerKeys.Parse(keys, "keys"));

    private static HostIdentity Host(DatabaseKind kind, NoteSigner key) => new(kind, LedgerKeys.Parse(key.Secret(), "keys"));
}
