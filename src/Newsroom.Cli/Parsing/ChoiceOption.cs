using System.CommandLine;

namespace Newsroom.Cli.Parsing;

internal static class ChoiceOption
{
    /// <summary>Accepts only <paramref name="values"/>, lists them in the help, and completes them.</summary>
    public static void AcceptOnly(this Option option, IEnumerable<string> values)
    {
        var all = values.ToArray();
        var list = string.Join(", ", all);
        option.Description += $" One of {list}.";
        option.CompletionSources.Add(all);
        option.Validators.Add(result =>
        {
            foreach (var unknown in result.Tokens.Select(t => t.Value).Except(all))
            {
                result.AddError($"{option.Name} does not accept “{unknown}”. Use one of {list}.");
            }
        });
    }
}
