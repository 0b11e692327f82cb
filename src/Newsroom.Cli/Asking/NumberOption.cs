using System.CommandLine;
using System.Globalization;

namespace Newsroom.Cli.Asking;

/// <summary>An option that takes a whole number.</summary>
internal sealed class NumberOption : Option<long?>
{
    /// <summary>The option.</summary>
    public NumberOption(string name, string description)
        : base(name)
    {
        HelpName = "n";
        Description = description;
        CustomParser = given =>
        {
            if (long.TryParse(given.Tokens.Single().Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            given.AddError($"{name} takes a whole number; this is “{given.Tokens.Single().Value}”.");
            return null;
        };
    }
}
