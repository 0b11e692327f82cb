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

    /// <summary>Gets the address of the audit trail.</summary>
    public string Audit => $"{Root}/audit";

    /// <summary>Gets the address of desks and people.</summary>
    public string Settings => $"{Root}/settings";

    /// <summary>Gets the address of the speakers.</summary>
    public string Speakers => $"{Root}/speakers";

    /// <summary>Gets the address of the form that begins a story.</summary>
    public string Draft => $"{Root}/draft";

    /// <summary>Returns whether the person has a read that not all staff have.</summary>
    public bool Reads(string route) => Me.Reads?.Contains(route) == true;


    /// <summary>Returns the address of the settings of a desk.</summary>
    public string DeskSettings(string desk) => $"{Board(desk)}/settings";

    /// <summary>Returns the address of a speaker.</summary>
    public string Speaker(string speaker) => $"{Speakers}/{Uri.EscapeDataString(speaker)}";
