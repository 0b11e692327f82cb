using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>What every page of a signed-in person shows, and the addresses of pages.</summary>
/// <param name="Me">The person.</param>
/// <param name="Desks">The desks, for the navigation.</param>
/// <param name="Root">The path of the console.</param>
/// <param name="Here">The address of this page.</param>
/// <param name="Now">The time of the request.</param>
public sealed record Visit(Me Me, IReadOnlyList<BoardDesk> Desks, string Root, string Here, DateTimeOffset Now)
{
    /// <summary>Gets the address of the first page.</summary>
    public string Home => $"{Root}/";

    /// <summary>Gets the address of the queue of checks.</summary>
    public string Checking => $"{Root}/checking";

    /// <summary>Gets the address of the numbers.</summary>
    public string Numbers => $"{Root}/numbers";

    /// <summary>Gets the address of the audit trail.</summary>
    public string Audit => $"{Root}/audit";

    /// <summary>Gets the address of the form that begins a story.</summary>
    public string Draft => $"{Root}/draft";

    /// <summary>Returns whether the person has a read that not all staff have.</summary>
    public bool Reads(string route) => Me.Reads?.Contains(route) == true;

    /// <summary>Gets the address of the erasures of personal data.</summary>
    public string Erasures => $"{Root}/erasures";

    /// <summary>Gets the address of desks and people.</summary>
    public string Settings => $"{Root}/settings";

    /// <summary>Gets the address of the speakers.</summary>
    public string Speakers => $"{Root}/speakers";

    /// <summary>Returns the address of the numbers of a desk in some weeks.</summary>
    public string NumbersOf(string desk, string from, string to) =>
        $"{Numbers}?desk={Uri.EscapeDataString(desk)}&from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}";

    /// <summary>Gets the address of the subscribers.</summary>
    public string Subscribers => $"{Root}/subscribers";

    /// <summary>Returns the address of a subscriber.</summary>
    public string Subscriber(string subscriber) => $"{Subscribers}/{Uri.EscapeDataString(subscriber)}";

    /// <summary>Returns the address of the settings of a desk.</summary>
    public string DeskSettings(string desk) => $"{Board(desk)}/settings";

    /// <summary>Returns the address of a speaker.</summary>
    public string Speaker(string speaker) => $"{Speakers}/{Uri.EscapeDataString(speaker)}";

    /// <summary>Returns the address of a board.</summary>
    public string Board(string desk) => $"{Root}/desks/{Uri.EscapeDataString(desk)}";

    /// <summary>Returns the address of a story, or of one of its passages.</summary>
    public string Story(Guid story, string? passage = null) =>
        passage is null ? Story($"{story}") : $"{Story($"{story}")}?passage={Uri.EscapeDataString(passage)}";

    /// <summary>Returns the address of a story that is named by its id or slug.</summary>
    public string Story(string story) => $"{Root}/stories/{Uri.EscapeDataString(story)}";

    /// <summary>Returns the address of a story's editor.</summary>
    public string Edit(Guid story) => $"{Story(story)}/edit";

    /// <summary>Returns the address of a story's publication.</summary>
    public string Publish(Guid story) => $"{Story(story)}/publish";

    /// <summary>Returns the address of a story's further commands.</summary>
    public string Manage(Guid story) => $"{Story(story)}/manage";

    /// <summary>Returns the address of the form that brings back the words of a version.</summary>
    public string Restore(Guid story, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{Manage(story)}?{CommandForms.Revision}={version}#{CommandForms.Restore}");

    /// <summary>Returns the address of a story as it was at a time.</summary>
    public string ReplayAt(Guid story, DateTimeOffset at) =>
        $"{Replay(story)}?at={Uri.EscapeDataString(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}";

    /// <summary>Returns the address of the versions of a story, or of one of them.</summary>
    public string Replay(Guid story, long? version = null) =>
        version is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{Root}/stories/{story}/replay?version={number}")
            : $"{Root}/stories/{story}/replay";

    /// <summary>Returns the address of the form of a command.</summary>
    /// <param name="story">The story.</param>
    /// <param name="command">The command.</param>
    /// <param name="gate">The gate that it settles; null for none.</param>
    /// <param name="subject">What it is about; null for the story.</param>
    /// <param name="passage">The passage that it is about; null for none.</param>
    public string Form(Guid story, string command, string? gate, string? subject, string? passage)
    {
        if (command == EditPage.Command)
        {
            return Edit(story);
        }

        if (CommandForms.IsFurther(command))
        {
            return $"{Manage(story)}#{Uri.EscapeDataString(CommandForms.IdOf(command, gate, subject))}";
        }

        if (CommandForms.IsOfPublication(command))
        {
            return $"{Publish(story)}#{command}";
        }

        var form = CommandForms.MarksWords(command) ? Marking.Id : command;
        return passage is null ? $"{Story(story)}#{form}" : $"{Story(story, passage)}#passage";
    }

    /// <summary>Returns the clock of a desk.</summary>
    public DeskClock ClockOf(string desk) => new(DeskOf(desk)?.TimeZone);

    /// <summary>Returns a desk; null where it is not known.</summary>
    public BoardDesk? DeskOf(string desk) => Desks.FirstOrDefault(known => known.Id == desk);

    /// <summary>Reads what the page shows of the person.</summary>
    internal static async Task<Visit> LoadAsync(NewsroomClient api, HttpContext http, TimeProvider clock)
    {
        var me = api.Worklists.GetMeAsync(http.RequestAborted);
        var desks = api.Worklists.GetDesksAsync(http.RequestAborted);
        return new Visit(
            (await me).Value,
            (await desks).Value.Items,
            http.Request.PathBase,
            $"{http.Request.PathBase}{http.Request.Path}",
            clock.GetUtcNow()
        );
    }
}
