using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>Edits without a visible conflict are merged.</summary>
public sealed class SettledMergeProperties
{
    private static readonly string[] Words = ["It", "rained.", "The", "bridge", "fell", "in", "桥塌了。", "市长说", "ฝนตก"];
    private static readonly string[] Ends = [" ", " ", " ", " ", "\n", "\n\n", "\n\n"];
    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Ends.Length - 1])
        .Array[1, 30]
        .Select(all => string.Concat(all.Select(p => Words[p.Item1] + Ends[p.Item2])));

    [Fact]
    public void Line_ends_and_trailing_spaces_do_not_conflict() =>
        Gen.Select(Text, Changes, Gen.Bool)
            .Sample(
                (text, changes, spaces) =>
                {
                    var unread = spaces
                        ? text.Replace("\n", "  \n", StringComparison.Ordinal)
                        : text.Replace("\n", "\r\n", StringComparison.Ordinal);
                    var read = Changed(text, changes);
                    foreach (var (first, second) in new[] { (unread, read), (read, unread) })
                    {
                        Normaliser
                            .Normalise(Saves.Merge(text, [("ed", first)], ("rita", second)).ShouldNotBeNull())
                            .ShouldBe(Normaliser.Normalise(read));
                    }
                },
                iter: Cases
            );

    [Fact]
    public void A_longer_save_from_the_same_version_is_saved_whole() =>
        Gen.Select(Text, Put, Put)
            .Sample(
                (text, first, more) =>
                {
                    var saved = With(text, first);
                    var now = With(saved, more);
                    Saves.Merge(text, [("rita", saved)], ("rita", now)).ShouldBe(now);
                },
                iter: Cases
            );

    [Fact]
    public void A_colleague_between_two_saves_loses_nothing() =>
        Gen.Select(Text, Put, Put)
            .Sample(
                (text, first, more) =>
                {
                    var saved = With(text, first);
                    Saves
                        .Merge(text, [("rita", saved), ("ed", $"Ed was here.\n\n{saved}")], ("rita", With(saved, more)))
                        ?.ShouldStartWith("Ed was here.");
                },
                iter: Cases
            );

    [Fact]
    public void The_same_change_made_twice_changes_nothing() =>
        Gen.Select(Text, Changes)
            .Sample(
                (text, changes) =>
                    Saves.Merge(text, [("ed", Changed(text, changes))], ("rita", Changed(text, changes))).ShouldBe(Changed(text, changes)),
                iter: Cases
            );

    /// <summary>Both insert distinct words: none of them is lost, whatever is resolved.</summary>
    [Fact]
    public void No_word_of_either_is_lost() =>
        Gen.Select(Text, Put, Put, Gen.Bool)
            .Sample(
                (text, eds, ritas, ends) =>
                {
                    var first = With(text, [.. eds.Select(e => (e.At, "eds"))]);
                    var second = With(text, [.. ritas.Select(e => (e.At, "ritas"))]);
                    if (
                        Saves.Merge(
                            text,
                            [("ed", ends ? first.Replace("\n", "\r\n", StringComparison.Ordinal) : first)],
                            ("rita", second)
                        ) is
                        { } merged
                    )
                    {
                        (merged.Split("eds").Length, merged.Split("ritas").Length).ShouldBe(
                            (first.Split("eds").Length, second.Split("ritas").Length)
                        );
                    }
                },
                iter: Cases
            );

    private static readonly Gen<(int At, int Remove, string Insert)[]> Changes = Gen.Select(
        Gen.Int[0, 100],
        Gen.OneOf(Gen.Const(0), Gen.Int[0, 12]),
        Gen.OneOf(Gen.Const(""), Gen.Int[0, Words.Length - 1].Select(p => Words[p] + " "))
    ).Array[0, 3];

    private static readonly Gen<(int At, string Word)[]> Put = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 5].Select(p => Words[p])).Array[0, 4];

    private static string Changed(string text, (int At, int Remove, string Insert)[] changes)
    {
        foreach (var (at, remove, insert) in changes)
        {
            var start = Math.Min(at, text.Length);
            text = text[..start] + insert + text[Math.Min(text.Length, start + remove)..];
        }

        return text;
    }

    /// <summary>Inserts words before others.</summary>
    private static string With(string text, (int At, string Word)[] put)
    {
        foreach (var (at, word) in put)
        {
            var places = Enumerable
                .Range(0, text.Length)
                .Where(i => text[i] is not (' ' or '\n' or '\r') && (i == 0 || text[i - 1] is ' ' or '\n'))
                .ToList();
            var start = places.Count == 0 ? 0 : places[at % places.Count];
            text = $"{text[..start]}{word} {text[start..]}";
        }

        return text;
    }
}
