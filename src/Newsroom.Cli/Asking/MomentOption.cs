using System.CommandLine;
using System.Globalization;

namespace Newsroom.Cli.Asking;

/// <summary>An option that takes a version or a time; a time without a zone is of this machine's.</summary>
internal sealed class MomentOption : Option<object?>
{
    /// <summary>The option.</summary>
    public MomentOption(string name, string description)
        : base(name)
    {
        HelpName = "moment";
        Description = description;
        CustomParser = given =>
        {
            var written = given.Tokens.Single().Value;
            if (long.TryParse(written.TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                return version;
            }

            if (TimeOption.Read(written) is { } time)
            {
                return time;
            }

            given.AddError($"{name} takes a version, or a time written {TimeOption.Written}; this is “{written}”.");
            return null;
        };
    }
}
