using System.Globalization;
using System.Text;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Cli;

/// <summary>What the client gets from the machine it runs on; a test brings its own.</summary>
public sealed record Machine
{
    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public Stream In { get; init; } = Stream.Null;

    /// <summary>Columns to write in.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether standard output takes colours.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether standard error takes colours.</summary>
    public bool ErrorColours { get; init; }

    /// <summary>The environment's variables.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Where a newsroom on this machine keeps its address and its key.</summary>
    public string Data { get; init; } = DataDirectory.Find().Path;

    /// <summary>The clock and the time zone.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A client of the newsroom whose address it carries; null to find the newsroom and make one.</summary>
    public HttpClient? Client { get; init; }

    /// <summary>The machine as the process finds it.</summary>
    public static Machine ThisOne()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var coloured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Machine
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.OpenStandardInput(),
            Width = Columns(),
            Colours = coloured && !Console.IsOutputRedirected,
            ErrorColours = coloured && !Console.IsErrorRedirected,
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    private static int Columns()
    {
        var columns = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told
            : Console.IsOutputRedirected ? 80
            : Console.WindowWidth;
        return columns > 0 ? Math.Clamp(columns, 40, 200) : 80;
    }
}
