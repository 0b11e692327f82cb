using System.Net;
using Newsroom.Client;
using Newsroom.Client.Configuration;
using Newsroom.Client.Http;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Settings;

/// <summary>Asks the API which commands on desks, people, speakers and policies are open to the person, as previews.</summary>
internal static class SettingsOffers
{
    /// <summary>Asks for a command.</summary>
    public static async Task<Offer> AskAsync(
        NewsroomClient api,
        string name,
        NamedConfiguration command,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var preview = (await api.Configuration.PreviewAsync(command, cancellationToken)).Value;
            return new Offer(name, [.. preview.Effects.Select(effect => effect.Sentence)]);
        }
        catch (ApiException refused) when (!refused.IsTransient && refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return new Offer(name, [], refused);
        }
    }
}
