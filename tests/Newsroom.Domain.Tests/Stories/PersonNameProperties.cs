using System.Text.RegularExpressions;
using CsCheck;
using Newsroom.Domain.People;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Identities in sentences, compared with a regular expression.</summary>
public sealed class PersonNameProperties
{
    private static readonly PersonNames Names = new(new Dictionary<string, string> { ["a@b"] = "Ana {b@a}" });

    private static readonly string[] Parts = ["{a@b}", "{", "}", "@", "a", "b", " ", "\u00a0", "\n", "{b@a}", "{@a}", "{a@}", "{a@@b}"];

    private static readonly Gen<string> Sentences = Gen.Int[0, Parts.Length - 1]
        .Array[0, 20]
        .Select(parts => string.Concat(parts.Select(part => Parts[part])));

    [Fact]
    public void Every_identity_is_replaced_and_nothing_else() =>
        Sentences.Sample(
            sentence =>
            {
                var expected = Regex.Replace(sentence, @"\{([^{}\s]+@[^{}\s]+)\}", match => Names.Of(match.Groups[1].Value));
                Names.Resolve(sentence).ShouldBe(expected);
                PersonNames.AreIn(sentence).ShouldBe(expected != sentence);
            },
            iter: Iterations.Cases
        );
}
