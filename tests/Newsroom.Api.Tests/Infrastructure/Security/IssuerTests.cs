using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>Which tokens a host accepts that trusts an OpenID Connect server, and which it refuses.</summary>
public sealed class IssuerTests(TrustingNewsroom fixture) : IClassFixture<TrustingNewsroom>
{
    private ServedIssuer Issuer => fixture.Issuer;

    [Fact]
    public async Task A_service_account_works_with_client_credentials_under_its_client_id()
    {
        var account = fixture.With(await Issuer.TokenAsync());

        var me = (await account.GetAsync("/me")).Is(200).Json;
        me["person"]!.GetValue<string>().ShouldBe($"{ServedIssuer.ClientId}@{Issuer.Name}");
        me["roles"]!.ToJsonString().ShouldBe("[\"reporter\"]");
    }

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("application/at+jwt")]
    [InlineData("JWT")]
    [InlineData("AT+JWT")]
    public async Task A_token_of_an_accepted_type_is_accepted(string type) =>
        (await StatusAsync(Issuer.Sign(Issuer.Claims("reporter"), type: type))).ShouldBe(200);

    [Theory]
    [InlineData("logout+jwt")]
    [InlineData("dpop+jwt")]
    [InlineData("secevent+jwt")]
    public async Task A_token_for_another_purpose_is_refused(string type) =>
        (await StatusAsync(Issuer.Sign(Issuer.Claims("reporter"), type: type))).ShouldBe(401);

    [Theory]
    [InlineData("exp", -20, 200)]
    [InlineData("exp", -40, 401)]
    [InlineData("nbf", 20, 200)]
    [InlineData("nbf", 45, 401)]
    public async Task Clocks_may_differ_by_thirty_seconds(string claim, int seconds, int status)
    {
        var claims = Issuer.Claims("reporter");
        claims["nbf"] = ServedIssuer.At(TimeSpan.FromHours(-1));
        claims["iat"] = ServedIssuer.At(TimeSpan.FromHours(-1));
        claims[claim] = ServedIssuer.At(TimeSpan.FromSeconds(seconds));
        (await StatusAsync(Issuer.Sign(claims))).ShouldBe(status);
    }

    [Theory]
    [InlineData("aud", "another-api")]
    [InlineData("aud", null)]
    [InlineData("iss", "https://other.example/")]
    [InlineData("iss", null)]
    [InlineData("exp", null)]
    public async Task A_token_for_another_audience_or_by_another_name_or_without_an_end_is_refused(string claim, string? value)
    {
        var claims = Issuer.Claims("reporter");
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        (await StatusAsync(Issuer.Sign(claims))).ShouldBe(401);
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        foreach (var algorithm in new[] { "none", "None", "NONE" })
        {
            var (header, payload) = (new JsonObject { ["alg"] = algorithm, ["typ"] = "at+jwt" }, Issuer.Claims("reporter"));
            (await StatusAsync($"{Encode(header)}.{Encode(payload)}.")).ShouldBe(401, algorithm);
        }
    }

    [Fact]
    public async Task The_public_key_of_the_issuer_is_not_the_secret_of_an_HMAC()
    {
        var rsa = ((RsaSecurityKey)Issuer.Signing.Key).Rsa;
        byte[][] secrets =
        [
            Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            rsa.ExportSubjectPublicKeyInfo(),
            rsa.ExportRSAPublicKey(),
            rsa.ExportParameters(includePrivateParameters: false).Modulus!,
        ];
        foreach (var secret in secrets)
        {
            var header = new JsonObject { ["alg"] = "HS256", ["typ"] = "at+jwt", ["kid"] = Issuer.Signing.Key.KeyId };
            var signed = $"{Encode(header)}.{Encode(Issuer.Claims("chief-editor"))}";
            var signature = Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)));
            (await StatusAsync($"{signed}.{signature}")).ShouldBe(401);
        }
    }

    [Fact]
    public async Task A_key_of_another_issuer_is_refused_even_under_the_id_of_one_that_is_known()
    {
        var stranger = ServedIssuer.CreateKey();
        (await StatusAsync(Issuer.Sign(Issuer.Claims("reporter"), stranger))).ShouldBe(401);

        stranger.Key.KeyId = Issuer.Signing.Key.KeyId;
        (await StatusAsync(Issuer.Sign(Issuer.Claims("reporter"), stranger))).ShouldBe(401);

        await using var other = await ServedIssuer.StartAsync(TestContext.Current.CancellationToken);
        (await StatusAsync(await other.TokenAsync())).ShouldBe(401);
    }

    [Fact]
    public async Task A_token_of_the_development_issuer_is_refused() =>
        (await StatusAsync(fixture.Host.Token("chi", [Role.ChiefEditor]))).ShouldBe(401);

    [Fact]
    public async Task A_changed_token_is_refused()
    {
        var parts = (await Issuer.TokenAsync()).Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        claims["roles"] = "chief-editor";
        (await StatusAsync($"{parts[0]}.{Encode(claims)}.{parts[2]}")).ShouldBe(401);
    }

    [Fact]
    public async Task The_algorithm_of_the_token_is_one_of_the_list()
    {
        var rsa = (RsaSecurityKey)Issuer.Signing.Key;
        var pss = new SigningCredentials(rsa, SecurityAlgorithms.RsaSsaPssSha256);
        (await StatusAsync(Issuer.Sign(Issuer.Claims("reporter"), pss))).ShouldBe(200);
        var hmac = new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = rsa.KeyId }, SecurityAlgorithms.HmacSha512);
        (await StatusAsync(Issuer.Sign(Issuer.Claims("reporter"), hmac))).ShouldBe(401);
    }

    [Fact]
    public async Task A_new_key_is_accepted_at_once_and_an_old_one_until_it_is_removed()
    {
        var old = await Issuer.TokenAsync();
        (await StatusAsync(old)).ShouldBe(200);

        fixture.Clock.Ahead += IssuerKeys.Pause;
        Issuer.Rotate();
        (await StatusAsync(await Issuer.TokenAsync())).ShouldBe(200);
        (await StatusAsync(old)).ShouldBe(200);

        Issuer.RemoveOldKeys();
        fixture.Clock.Ahead += IssuerKeys.MaxAge + ValidatedTokens.MaxAge;
        (await StatusAsync(old)).ShouldBe(401);
        (await StatusAsync(await Issuer.TokenAsync())).ShouldBe(200);
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private async Task<int> StatusAsync(string token) => (await fixture.With(token).GetAsync("/me")).Status;
}
