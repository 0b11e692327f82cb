using Newsroom.Client;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>The names of people by their identities.</summary>
/// <param name="People">The people who work here.</param>
public sealed record PersonNames(IReadOnlyList<Colleague> People)
{
    private readonly Dictionary<string, string> names = People.ToDictionary(person => person.Id, person => person.Name);

    /// <summary>Returns the name of a person; of a person without a name, the user name.</summary>
    public string Of(string person) => names.GetValueOrDefault(person) ?? person.Split('@')[0];

    /// <summary>Reads the names.</summary>
    internal static async Task<PersonNames> LoadAsync(NewsroomClient api, CancellationToken cancellationToken) =>
        new((await api.Worklists.GetColleaguesAsync(cancellationToken)).Value.Items);
}
