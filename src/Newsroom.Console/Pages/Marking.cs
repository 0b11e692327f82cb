using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Stories;
using Newsroom.Console.Text;

namespace Newsroom.Console.Pages;

/// <summary>
/// Reads the form that marks words: selected on the page, or pasted. Selected words are named by their place, and quotation marks around
/// them are taken along.
/// </summary>
internal static class Marking
{
    /// <summary>The id of the form.</summary>
    public const string Id = "mark";

    /// <summary>The field that names the command: the button.</summary>
    public const string Button = "mark";

    /// <summary>The field with the words.</summary>
    public const string WordsField = "words";

    /// <summary>The field with the name of the text.</summary>
    public const string TextField = "field";

    /// <summary>The field with the number of the occurrence, from 1.</summary>
    public const string Occurrence = "occurrence";

    /// <summary>The fields with the place of selected words among the words that the page shows.</summary>
    public const string Start = "start";

    /// <summary>The field with the end of the selected words.</summary>
    public const string End = "end";

    /// <summary>The field with the text of a note.</summary>
    public const string Note = "note";

    private const string Attribute = "attribute-quote";

    private const string Flag = "flag-claim";

    private const string Dismiss = "dismiss-quotation";

    private const string AddNote = "add-note";

    private const int MaxNotedWords = 300;

    /// <summary>Returns whether a form marks words.</summary>
    public static bool IsOf(IFormCollection form) => form.ContainsKey(Button);

    /// <summary>Reads a form; null where it is not one of the console's.</summary>
    public static async Task<NamedCommand?> ReadAsync(
        StoriesClient stories,
        string story,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        var (name, field) = (form[Button].ToString(), form[TextField].ToString());
        if (
            name is not (Attribute or Flag or Dismiss or AddNote)
            || !WrittenTexts.Fields.Contains(field)
            || !long.TryParse(form[CommandForms.Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        )
        {
            return null;
        }

        var seen = (await stories.GetAsync(story, new PointInTime(version), cancellationToken)).Value;
        var shown = ShownWords.Of(seen.Article, field);
        var words = TypedText.WithLineFeeds(form[WordsField].ToString());
        var place = PlaceOf(shown, words, form);
        if (place is not null && name is Attribute or Dismiss)
        {
            place = shown.WithMarks(place);
        }

        var source = place is null ? null : shown.SourceOf(place);
        var named = words.Trim();
        var body = name == AddNote ? NoteOf(seen, field, named, source, form) : BodyOf(name, seen, field, named, source, form);
        if (form["as"].ToString() is { Length: > 0 } role)
        {
            body["as"] = role;
        }

        return new NamedCommand(name, body, version);
    }

    /// <summary>Returns the place of the words among those shown; null where the API has to find them.</summary>
    private static QuotedRange? PlaceOf(ShownWords shown, string words, IFormCollection form)
    {
        if (int.TryParse(form[Start], out var start) && int.TryParse(form[End], out var end) && shown.Trim(start, end) is { } selected)
        {
            return selected;
        }

        var pasted = words.Trim();
        var places = shown.Find(pasted).Take(2).ToList();
        if (int.TryParse(form[Occurrence], out var number) && number > 0)
        {
            places = [.. shown.Find(pasted).Skip(number - 1).Take(1)];
        }

        return places is [var at] ? shown.Trim(at, at + pasted.Length) : null;
    }

    private static JsonObject BodyOf(
        string name,
        StoryDetails story,
        string field,
        string words,
        QuotedRange? source,
        IFormCollection form
    )
    {
        var body = new JsonObject();
        if (source is null)
        {
            (body["words"], body["field"]) = (words, field);
        }
        else if (name == Dismiss)
        {
            body["words"] = WrittenTexts.Of(story.Article)[field][source.Start..source.End];
            (body["field"], body["start"]) = (field, source.Start);
        }
        else
        {
            body["range"] = new JsonObject
            {
                ["start"] = source.Start,
                ["end"] = source.End,
                ["field"] = field,
            };
        }

        string[] members = name switch
        {
            Attribute => ["speaker", "attribution"],
            Dismiss => ["reason"],
            _ => [],
        };
        foreach (var member in members.Where(member => form[member].ToString().Length > 0))
        {
            body[member] = TypedText.WithLineFeeds(form[member].ToString());
        }

        return body;
    }

    // A note is about a passage; on words that are none it begins with them.
    private static JsonObject NoteOf(StoryDetails story, string field, string words, QuotedRange? source, IFormCollection form)
    {
        var text = TypedText.WithLineFeeds(form[Note].ToString());
        var body = new JsonObject();
        if (source is not null && story.Passages.FirstOrDefault(p => p.Field == field && IsIn(source, p.Range)) is { } passage)
        {
            body["passage"] = passage.Id;
        }
        else if (words.Length > 0 && text.Length > 0)
        {
            text = $"On “{(words.Length > MaxNotedWords ? $"{words[..MaxNotedWords]}…" : words)}”: {text}";
        }

        body["text"] = text;
        if (form["mustResolve"].ToString() == "true")
        {
            body["mustResolve"] = true;
        }

        return body;
    }

    private static bool IsIn(QuotedRange words, QuotedRange? passage) =>
        passage is not null && words.Start >= passage.Start && words.End <= passage.End;
}
