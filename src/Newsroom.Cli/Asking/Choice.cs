using System.CommandLine;

namespace Newsroom.Cli.Asking;

/// <summary>Options whose values are words of a closed list.</summary>
internal static class Choice
{
    /// <summary>Accepts these words only, names them in the help and completes them.</summary>
    public static void OneOf(this Option option, IEnumerable<string> words)
    {
        var all = words.ToArray();
        option.Description += $" One of {string.Join(", ", all)}.";
        option.CompletionSources.Add(all);
        option.Validators.Add(given =>
        {
            foreach (var unknown in given.Tokens.Select(t => t.Value).Except(all))
            {
                given.AddError($"{option.Name} cannot be “{unknown}”; it is one of {string.Join(", ", all)}.");
            }
        });
    }
}
