using System.Security.Cryptography;
using System.Text;
using Newsroom.Client.Http;

namespace Newsroom.Console.Pages;

/// <summary>The effects of a command that a person has been shown before it is sent.</summary>
internal sealed class SeenEffects(IReadOnlyList<CommandEffect> effects)
{
    private const string Lapses = "lapses";

    /// <summary>Gets whether something lapses.</summary>
    public bool HasLapses => effects.Any(effect => effect.Kind == Lapses);

    /// <summary>Gets a key that differs where other things lapse.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Sentences))));

    private IEnumerable<string> Sentences => effects.Where(effect => effect.Kind == Lapses).Select(effect => effect.Sentence);
}
