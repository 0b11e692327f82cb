using System.Net;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>What the board of a desk shows.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Work">What waits for the person on this desk, by story.</param>
/// <param name="Acting">The story whose forms are shown, with the commands that are open; null for none.</param>
public sealed record BoardModel(
    BoardDesk Desk,
    IReadOnlyList<ColumnModel> Columns,
    ILookup<Guid, WorkItem> Work,
    StoryModel? Acting
)
{
    private const long MostWork = 100;

    /// <summary>Reads a board. A command is asked for only for the story whose forms are shown.</summary>
    internal static async Task<BoardModel> LoadAsync(
        NewsroomClient api,
        string desk,
        BoardFilter filter,
        Guid? refused,
        Me person,
        PersonNames names,
        CancellationToken cancellationToken
    )
    {
        var board = (await api.Worklists.GetBoardAsync(desk, filter.Order, cancellationToken)).Value;
        var work = api.Worklists.GetMyWorkAsync(new WorkQuery(Desk: desk), new(Limit: MostWork), cancellationToken);
        var columns = ColumnModel.Of(board);
        var isShown = columns.SelectMany(column => column.Cards).Any(card => card.Id == filter.Act && card.Headline.Length > 0);
        var acting = refused ?? (isShown ? filter.Act : null);
        var forms = acting is { } story ? await FormsAsync(api, story, person, names, cancellationToken) : null;
        var items = (await work).Value.Items.Where(item => item.Story is not null).ToLookup(item => item.Story!.Id);
        return new BoardModel(board.Desk, columns, items, forms);
    }

    private static async Task<StoryModel?> FormsAsync(
        NewsroomClient api,
        Guid id,
        Me person,
        PersonNames names,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var story = (await api.Stories.GetAsync(id, cancellationToken: cancellationToken)).Value;
            var offers = await Offers.OfCardAsync(api, story, person, cancellationToken);
            return new StoryModel(story, new GateReport(story.Version, story.Stage, false, []), [], names, offers, null);
        }
        catch (ApiException unreadable) when (unreadable.StatusCode == HttpStatusCode.NotFound)
        {
            // The person may not read it any more, or the form named none.
            return null;
        }
    }
}

/// <summary>A column of a board.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Cards">Its stories, in the order of the API.</param>
/// <param name="More">Whether the API has more stories of the stages in it than it lists.</param>
public sealed record ColumnModel(string Id, string Title, IReadOnlyList<StoryCard> Cards, bool More)
{
    private const string Spiked = "spiked";

    /// <summary>
    /// Arranges the stages of the API: what can be published, and what readers have or had an edition of, is apart from the stage.
    /// </summary>
    internal static IReadOnlyList<ColumnModel> Of(Board board)
    {
        var cards = board.Columns.SelectMany(column => column.Stories).ToLookup(IdOf);
        return
        [
            Column("drafting", "Drafting"),
            Column("in-review", "In review"),
            Column("ready", "Ready"),
            Column("published", "Live with open matters"),
            Column(Spiked, "Spiked"),
        ];

        ColumnModel Column(string id, string title) =>
            new(id, title, [.. cards[id]], board.Columns.Any(c => c.More && Holds(id, c.Stage)));
    }

    private static bool Holds(string id, string stage) =>
        id switch
        {
            "ready" => stage == "in-review",
            "published" => stage != Spiked,
            _ => stage == id,
        };

    private static string IdOf(StoryCard card)
    {
        if (card.Stage != Spiked && card.Publication != "unpublished")
        {
            return "published";
        }

        return card.Ready ? "ready" : card.Stage;
    }
}
