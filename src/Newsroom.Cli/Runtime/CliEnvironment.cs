using System.Globalization;
using System.Text;
using Newsroom.Client;
using Newsroom.Client.SignIn;
using Newsroom.Local;

namespace Newsroom.Cli.Runtime;

/// <summary>Everything that a command line takes from its process. Tests replace parts of it.</summary>
public sealed record CliEnvironment
{
    private const int DefaultWidth = 80;

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public Stream In { get; init; } = Stream.Null;

    /// <summary>Whether standard output is a terminal. Otherwise text is not wrapped, and tables are not padded.</summary>
    public bool OutIsTerminal { get; init; } = true;

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; } = true;

    /// <summary>Whether standard input is a terminal.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>The width of the terminal, in columns.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>The height of the terminal, in rows. Longer results are shown in the pager.</summary>
    public int Height { get; init; } = int.MaxValue;

    /// <summary>Shows a text in the pager; returns false if there is none.</summary>
    public Func<string, bool> ShowInPager { get; init; } = _ => false;

    /// <summary>Whether standard output accepts colors.</summary>
    public bool OutColors { get; init; }

    /// <summary>Whether standard error accepts colors.</summary>
    public bool ErrorColors { get; init; }

    /// <summary>Returns an environment variable, or null.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The data directory of a server on this machine, with its address and its signing key.</summary>
    public string DataPath { get; init; } = DataDirectory.Find().Path;

    /// <summary>The directory in which the command line remembers what it showed; null to remember nothing.</summary>
    public string? StatePath { get; init; }

    /// <summary>The clock and the time zone.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Connects to a server with tokens; null to find the server's address and connect over the network.</summary>
    public Func<Func<CancellationToken, ValueTask<string?>>, NewsroomClient>? Connect { get; init; }

    /// <summary>Connects to an issuer of tokens by its name and a client id; null to connect over the network.</summary>
    public Func<string, string, TokenIssuer>? ConnectIssuer { get; init; }

    /// <summary>Returns an issuer of tokens.</summary>
    public TokenIssuer FindIssuer(string issuer, string clientId) =>
        ConnectIssuer is { } connect ? connect(issuer, clientId) : new TokenIssuer(issuer, clientId, Clock);

    /// <summary>Creates the environment of the current process.</summary>
    public static CliEnvironment FromProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var allowsColors =
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new CliEnvironment
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.OpenStandardInput(),
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InIsTerminal = !Console.IsInputRedirected,
            Width = FindWidth(),
            Height = FindHeight(),
            ShowInPager = text => Pager.FromEnvironment(Environment.GetEnvironmentVariable)?.Show(text) ?? false,
            OutColors = allowsColors && !Console.IsOutputRedirected,
            ErrorColors = allowsColors && !Console.IsErrorRedirected,
            Variable = Environment.GetEnvironmentVariable,
            StatePath = StateDirectory.Find(Environment.GetEnvironmentVariable),
        };
    }

    private static int FindWidth()
    {
        var variable = Environment.GetEnvironmentVariable("COLUMNS");
        if (!int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out var columns))
        {
            columns = Console.IsOutputRedirected ? DefaultWidth : Console.WindowWidth;
        }

        return columns > 0 ? Math.Clamp(columns, 40, 200) : DefaultWidth;
    }

    // A terminal of unknown size says 0.
    private static int FindHeight() => !Console.IsOutputRedirected && Console.WindowHeight is > 0 and var rows ? rows : int.MaxValue;
}
