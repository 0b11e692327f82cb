using Microsoft.AspNetCore.Authentication;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Worklists;
using Newsroom.Console.Api;
using Newsroom.Console.Configuration;
using Newsroom.Local;

namespace Newsroom.Console.Security;

/// <summary>Signs in people by name with the development issuer, as <c>newsroom login</c> does.</summary>
internal sealed class DevelopmentPeople(ConsoleOptions options, ApiAddress address, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Lists the people of the development issuer who have a role.</summary>
    public async Task<IReadOnlyList<Colleague>> ListAsync(CancellationToken cancellationToken)
    {
        // This token can read and change nothing.
        using var client = new NewsroomClient(address.Http, NewsroomClientOptions.WithToken(Token("console-sign-in", ["auditor"])));
        var people = (await client.Worklists.GetColleaguesAsync(cancellationToken)).Value.Items;
        return [.. people.Where(person => person.Roles.Count > 0 && IssuerOf(person) == DevelopmentIssuer.Name)];
    }

    /// <summary>Creates the session of a person.</summary>
    public AuthenticationProperties Session(Colleague person)
    {
        var session = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + Lifetime };
        session.StoreTokens([new AuthenticationToken { Name = Sessions.AccessToken, Value = Token(UserOf(person), person.Roles) }]);
        return session;
    }

    private static string UserOf(Colleague person) => person.Id[..person.Id.LastIndexOf('@')];

    private static string IssuerOf(Colleague person) => person.Id[(person.Id.LastIndexOf('@') + 1)..];

    private string Token(string user, IEnumerable<string> roles) =>
        DevelopmentIssuer.Token(
            DevelopmentIssuer.Key(options.DevelopmentData!),
            user,
            roles,
            clock.GetUtcNow(),
            Lifetime,
            new DataDirectory(options.DevelopmentData!).Title
        );
}
