using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>Roles are read from the claim, and under the names, that the issuer uses.</summary>
public sealed class RoleMappingTests
{
    private const string Groups = """{"groups":["NEWS-ED","staff"],"roles":["admin"]}""";

    [Fact]
    public async Task By_default_the_claim_roles_has_the_names_of_the_roles() =>
        (await RolesAsync("""{"roles":["editor","publisher"]}""")).ShouldBe(["editor", "publisher"]);

    [Fact]
    public async Task A_path_leads_to_a_member_of_an_object() =>
        (
            await RolesAsync(
                """{"realm_access":{"roles":["offline_access","fact-checker"]}}""",
                ("Authentication:RolesClaim", "realm_access.roles")
            )
        ).ShouldBe(["fact-checker"]);

    [Fact]
    public async Task A_claim_that_is_named_with_dots_is_no_path() =>
        (
            await RolesAsync(
                """{"https://newsroom.example/roles":["legal"]}""",
                ("Authentication:RolesClaim", "https://newsroom.example/roles")
            )
        ).ShouldBe(["legal"]);

    [Fact]
    public async Task Values_are_mapped_and_others_are_ignored() =>
        (
            await RolesAsync(
                Groups,
                ("Authentication:RolesClaim", "groups"),
                ("Authentication:Roles:editor:0", "NEWS-ED"),
                ("Authentication:Roles:fact_checker:0", "NEWS-CHECK"),
                ("Authentication:Roles:publisher", "CN=Publishers,OU=News")
            )
        ).ShouldBe(["editor"]);

    [Fact]
    public async Task Where_values_are_mapped_the_names_of_roles_grant_nothing() =>
        (await RolesAsync("""{"roles":["chief-editor","NEWS-ED"]}""", ("Authentication:Roles:editor:0", "NEWS-ED"))).ShouldBe(["editor"]);

    [Theory]
    [InlineData("""{"groups":"NEWS-ED"}""", "groups", "editor")]
    [InlineData("""{"a":{"b":"NEWS-ED"}}""", "a.b", "editor")]
    [InlineData("""{"a":{"b":{"c":["NEWS-ED", 7, null]}}}""", "a.b.c", "editor")]
    [InlineData("""{"a":"{\"b\":\"NEWS-ED\"}"}""", "a.b", "")]
    [InlineData("""{"a":["b"]}""", "a.b", "")]
    [InlineData("""{"a":{"b":{"NEWS-ED":true}}}""", "a.b", "")]
    [InlineData("{}", "groups", "")]
    [InlineData("""{"groups":["news-ed"]}""", "groups", "")]
    public async Task Only_texts_at_that_place_are_values(string token, string claim, string roles) =>
        string.Join(",", await RolesAsync(token, ("Authentication:RolesClaim", claim), ("Authentication:Roles:editor:0", "NEWS-ED")))
            .ShouldBe(roles);

    [Theory]
    [InlineData("Authentication:Roles:editr:0", "x", "has the role \"editr\", which is unknown")]
    [InlineData("Authentication:Roles:editor:0", "", "accepts 1 to 100 values")]
    [InlineData("Authentication:RolesClaim", "realm_access.", "Accepted: the name of a claim")]
    [InlineData("Authentication:RolesClaim", " ", "Accepted: the name of a claim")]
    public void A_setting_that_cannot_be_used_stops_the_host(string setting, string value, string said) =>
        Should.Throw<SettingsException>(() => Mapping((setting, value))).Message.ShouldContain(said);

    [Theory]
    [InlineData("Authentication:Roles:editor:1")]
    [InlineData("Authentication:Roles:publisher:0")]
    public void A_value_that_is_given_twice_stops_the_host(string setting) =>
        Should
            .Throw<SettingsException>(() => Mapping(("Authentication:Roles:editor:0", "NEWS"), (setting, "NEWS")))
            .Message.ShouldContain("has the value \"NEWS\"");

    private static RoleMapping Mapping(params (string Name, string Value)[] settings) =>
        RoleMapping.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());

    /// <summary>Returns the roles of a token with this payload.</summary>
    private static async Task<IEnumerable<string>> RolesAsync(string payload, params (string Name, string Value)[] settings)
    {
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        var key = new SymmetricSecurityKey(new byte[32]);
        var token = handler.CreateToken(payload, new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        var result = await handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                IssuerSigningKey = key,
                ValidateAudience = false,
                ValidateIssuer = false,
                RequireExpirationTime = false,
            }
        );
        result.IsValid.ShouldBeTrue();
        Mapping(settings).Apply(result.ClaimsIdentity);
        return result.ClaimsIdentity.FindAll(CallingActor.RolesClaim).Select(claim => claim.Value);
    }
}
