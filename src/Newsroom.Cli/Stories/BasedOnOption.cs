using System.CommandLine;
using System.Globalization;

namespace Newsroom.Cli.Stories;

/// <summary>The option for the version that a command is based on.</summary>
internal sealed class BasedOnOption : Option<string>
{
    /// <param name="isRequired">Whether the command always has one, rather than only where desk or language have changed.</param>
    public BasedOnOption(bool isRequired)
        : base("--based-on")
    {
        HelpName = "version";
        Description =
            "Version that the command is based on, as “newsroom show” prints it: 17 or v17. "
            + (
                isRequired
                    ? "Default: the version that newsroom showed last."
                    : "Required where the desk or the language of the story has changed."
            );
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var version }] && Parse(version) is null)
            {
                result.AddError($"--based-on does not accept \"{version}\". Use a version such as 17 or v17.");
            }
        });
    }

    /// <summary>Parses a version; returns null where none is given.</summary>
    public static long? Parse(string? text)
    {
        var digits = text is ['v', .. var rest] ? rest : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null;
    }
}
