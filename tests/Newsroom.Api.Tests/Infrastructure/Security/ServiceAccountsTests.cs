using System.Security.Claims;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>Which tokens are counted as those of programs.</summary>
public sealed class ServiceAccountsTests
{
    [Theory]
    [InlineData("sub=wire client_id=wire", true)]
    [InlineData("sub=wire azp=wire", true)]
    [InlineData("sub=x gty=client-credentials", true)]
    [InlineData("sub=x idtyp=app", true)]
    [InlineData("sub=subscriber:wire subscriber=wire", true)]
    [InlineData("sub=rita client_id=newsroom-console", false)]
    [InlineData("sub=rita azp=newsroom-cli", false)]
    [InlineData("sub=rita", false)]
    [InlineData("sub=rita gty=password", false)]
    public void The_subject_of_a_program_is_its_client(string claims, bool isService) =>
        ServiceAccounts
            .Has(new ClaimsPrincipal(new ClaimsIdentity(claims.Split(' ').Select(c => new Claim(c.Split('=')[0], c.Split('=')[1])))))
            .ShouldBe(isService);
}
