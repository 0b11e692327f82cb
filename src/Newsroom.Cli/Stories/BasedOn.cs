using System.CommandLine;
using System.Globalization;

namespace Newsroom.Cli.Stories;

/// <summary><c>--based-on 17</c>: the version the caller saw.</summary>
internal sealed class BasedOn : Option<string>
{
    /// <summary>The option.</summary>
    /// <param name="isRequired">Whether every command of its kind needs it, rather than only some.</param>
    public BasedOn(bool isRequired)
        : base("--based-on")
    {
        HelpName = "version";
        Description = "The version of the story you saw, as “newsroom show” prints it: 17 or v17. "
            + (isRequired ? "Required." : "Required where the story's desk or language has changed.");
        Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var version }] && Read(version) is null)
            {
                given.AddError($"--based-on takes a version such as 17 or v17; this is \"{version}\".");
            }
        });
    }

    /// <summary>The version; null when none was given.</summary>
    public static long? Read(string? given) =>
        long.TryParse(given is ['v', .. var digits] ? digits : given, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null;
}
