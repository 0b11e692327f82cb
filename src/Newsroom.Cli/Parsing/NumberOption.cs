using System.CommandLine;
using System.Globalization;

namespace Newsroom.Cli.Parsing;

internal sealed class NumberOption : Option<long?>
{
    public NumberOption(string name, string description)
        : base(name)
    {
        HelpName = "n";
        Description = description;
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            result.AddError($"{name} does not accept “{text}”. Use a whole number.");
            return null;
        };
    }
}
