using System.CommandLine;
using System.Globalization;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Parsing;

/// <summary>An option for a version or a time; a time without a zone is local.</summary>
internal sealed class VersionOrTimeOption : Option<VersionOrTime?>
{
    public VersionOrTimeOption(string name, string description)
        : base(name)
    {
        HelpName = "version or time";
        Description = description;
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (long.TryParse(text.TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                return new VersionOrTime(version);
            }

            if (TimeOption.Parse(text) is { } time)
            {
                return new VersionOrTime(time);
            }

            result.AddError($"{name} does not accept “{text}”. Use a version, or a time such as {TimeOption.Format}.");
            return null;
        };
    }
}
