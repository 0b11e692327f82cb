using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>One person saves repeatedly from version 1 while others change the story.</summary>
public sealed class OwnSavesProperties(ITestOutputHelper output)
{
    /// <summary>The actor (0: colleagues), the place, and the operation: insert, remove, replace, return to an earlier text.</summary>
    private static readonly Gen<(int Who, int At, int Operation, int Length)[]> Operations = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 100],
        Gen.Int[0, 3],
        Gen.Int[1, 3]
    ).Array[1, 14];

    private static readonly Gen<int[]> Document = Gen.Int[1, 12].Array[1, 6];

    [Fact]
    public void Nothing_of_others_is_lost_and_the_last_save_is_there()
    {
        var (saved, refused) = (0, 0);
        Gen.Select(Document, Operations)
            .Sample(
                (document, operations) =>
                {
                    var (accepted, overlapping) = Tell(document, operations);
                    Interlocked.Add(ref saved, accepted);
                    Interlocked.Add(ref refused, overlapping);
                },
                iter: Cases
            );

        saved.ShouldBeGreaterThan(refused);
        output.WriteLine($"{saved} saves merged, {refused} refused.");
    }

    private static (int Accepted, int Refused) Tell(int[] document, (int Who, int At, int Operation, int Length)[] operations)
    {
        var word = 0;
        var first = document.Select(length => Enumerable.Range(0, length).Select(_ => $"w{word++}").ToList()).ToList();
        var began = Text(first);

        // The first save marks the text as hers, so that later ones can be recognised as its continuation.
        var view = Copy(first);
        view[^1].Add("r0");
        var saves = new List<(string By, string Body, long? Saw)> { ("rita", Text(view), 1) };
        var earlier = new List<List<List<string>>> { Copy(view) };
        var (now, accepted, refused, put) = (Text(view), 0, 0, 0);
        var (eds, gone) = (new List<string>(), new HashSet<string>());
        foreach (var (who, at, operation, length) in operations)
        {
            if (who == 0)
            {
                var changed = Paragraphs(now);
                var before = Words(now);
                Change(changed, at, operation % 3, length, $"ed{put++}", isKept: w => w[0] == 'e');
                eds.AddRange(Words(Text(changed)).Except(before));
                gone.UnionWith(before.Except(Words(Text(changed))));
                now = Text(changed);
                saves.Add(("ed", now, null));
                continue;
            }

            if (operation == 3)
            {
                view = Copy(earlier[at % earlier.Count]);
            }
            else
            {
                Change(view, at, operation, length, $"r{++put}", isKept: w => w == "r0");
            }

            earlier.Add(Copy(view));
            if (Saves.Merge(began, saves, ("rita", Text(view))) is not { } merged)
            {
                refused++;
                continue;
            }

            accepted++;
            now = merged;
            saves.Add(("rita", now, 1));
            var words = Words(now);
            var told = $"«{began}» {string.Join(' ', saves)} «{Text(view)}»";
            words.Intersect(eds).ShouldBe(words.Where(w => w[0] == 'e'), told);
            eds.ShouldBeSubsetOf(words, told);
            gone.Intersect(words).ShouldBeEmpty(told);
            words.Where(w => w[0] != 'e').ShouldBe(Words(Text(view)).Where(w => !gone.Contains(w)), told);
        }

        return (accepted, refused);
    }

    private static void Change(List<List<string>> text, int at, int operation, int length, string word, Func<string, bool> isKept)
    {
        var paragraph = text[at % text.Count];
        var place = at / text.Count % (paragraph.Count + 1);
        for (; operation > 0 && length > 0 && place < paragraph.Count && !isKept(paragraph[place]); length--)
        {
            paragraph.RemoveAt(place);
        }

        if (operation != 1)
        {
            paragraph.Insert(place, word);
        }
    }

    private static List<List<string>> Copy(List<List<string>> text) => [.. text.Select(paragraph => paragraph.ToList())];

    private static string Text(List<List<string>> text) => string.Join("\n\n", text.Select(paragraph => string.Join(' ', paragraph)));

    private static List<List<string>> Paragraphs(string text) =>
        [.. text.Split("\n\n").Select(paragraph => paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList())];

    private static List<string> Words(string text) => [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
