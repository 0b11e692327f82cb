using System.Text;

namespace Newsroom.Api.Tests.Imports;

/// <summary>
/// Writes a repository of random branches and merges. Every line is new and names its author. A merge has the lines of both sides without
/// those that either has deleted; some merges add or delete further lines.
/// </summary>
internal sealed class RandomMerges(GitHistory git, int seed)
{
    private static readonly string[] People = ["joe", "ann", "sue", "bo", "jane", "kit"];

    private readonly System.Random random = new(seed);
    private readonly List<Branch> branches = [];
    private readonly Dictionary<string, string[]> authors = [];
    private int lines;
    private int files;
    private long clock = 1394600000;

    /// <summary>Gets the authors of each line, by its first word.</summary>
    public IReadOnlyDictionary<string, string[]> Authors => authors;

    /// <summary>Gets the number of merges.</summary>
    public int Merges { get; private set; }

    /// <summary>Writes it, and returns the names of the posts on the branch main and their lines.</summary>
    public IReadOnlyDictionary<string, string> Write(int steps)
    {
        var begun = new Branch("main");
        branches.Add(begun);
        Edit(begun, isNew: true);
        for (var step = 0; step < steps; step++)
        {
            var branch = branches[random.Next(branches.Count)];
            switch (random.Next(10))
            {
                case < 5:
                    Edit(branch, isNew: random.Next(8) == 0);
                    break;
                case < 7 when branches.Count < 6:
                    branches.Add(branch.Fork($"b{branches.Count}"));
                    break;
                case 7:
                    Cross(branch, branches[random.Next(branches.Count)]);
                    break;
                default:
                    Merge(branch, [.. branches.Where(_ => random.Next(3) == 0)]);
                    break;
            }
        }

        Merge(begun, [.. branches]);
        return begun.Files.ToDictionary(f => f.Key, f => f.Value.Text);
    }

    private void Edit(Branch branch, bool isNew)
    {
        string[] by = [.. Enumerable.Range(0, random.Next(6) == 0 ? 2 : 1).Select(_ => People[random.Next(People.Length)]).Distinct()];
        var path =
            isNew || branch.Files.Count == 0
                ? $"random-{seed}-{++files}.md"
                : branch.Files.Keys.Order().ElementAt(random.Next(branch.Files.Count));
        var file = branch.Files.GetValueOrDefault(path) ?? new File([], []);
        for (var i = file.Lines.Count == 0 ? -3 : 0; i <= random.Next(2); i++)
        {
            file = Change(file, by);
        }

        branch.Files[path] = file;
        branch.Mark = Commit(branch, by, [path], []);
    }

    private File Change(File file, string[] by)
    {
        var keys = file.Lines.Keys.ToList();
        var at = random.Next(keys.Count + 1);
        if (keys.Count > 2 && random.Next(3) == 0)
        {
            file = file.Without(keys[Math.Min(at, keys.Count - 1)]);
        }

        if (keys.Count > 2 && random.Next(5) == 0)
        {
            return file;
        }

        var (low, high) = (at == 0 ? 0 : keys[at - 1], at == keys.Count ? 1 : keys[at]);
        var name = $"{by[0]}{lines++}";
        authors[name] = by;
        return file.With(low + ((high - low) * (0.25 + (random.NextDouble() / 2))), $"{name} {name}x {name}y");
    }

    /// <summary>Two branches merge each other's previous commit.</summary>
    private void Cross(Branch one, Branch other)
    {
        var (first, second) = (one.Fork(one.Name), other.Fork(other.Name));
        Merge(one, [second]);
        Merge(other, [first]);
    }

    private void Merge(Branch into, IReadOnlyList<Branch> others)
    {
        others = [.. others.Where(o => o.Mark != into.Mark).DistinctBy(o => o.Mark)];
        if (others.Count == 0)
        {
            return;
        }

        var by = People[random.Next(People.Length)];
        foreach (var path in others.SelectMany(o => o.Files.Keys).Distinct().Order().ToList())
        {
            var sides = others.Prepend(into).Select(b => b.Files.GetValueOrDefault(path)).OfType<File>();
            var merged = sides.Aggregate((one, other) => one.And(other));
            into.Files[path] = random.Next(5) == 0 ? Change(merged, [by]) : merged;
        }

        Merges++;
        into.Mark = Commit(into, [by], [.. into.Files.Keys.Order()], [.. others.Select(o => o.Mark)]);
    }

    private int Commit(Branch branch, string[] by, IReadOnlyList<string> paths, IReadOnlyList<int> merged)
    {
        var message = string.Concat(by.Skip(1).Select(other => $"\n\nCo-authored-by: {other} <{other}@random.example>"));
        var changes = paths.Select(path => (path, (byte[]?)Encoding.UTF8.GetBytes(branch.Files[path].Text))).ToList();
        return git.Commit(
            $"{by[0]} <{by[0]}@random.example>",
            clock += 60,
            $"Step{message}",
            changes,
            branch.Name,
            branch.Mark > 0 ? branch.Mark : null,
            merge: null,
            [.. merged]
        );
    }

    private sealed class Branch(string name)
    {
        public string Name => name;

        public int Mark { get; set; }

        public Dictionary<string, File> Files { get; private init; } = [];

        public Branch Fork(string other) => new(other) { Mark = Mark, Files = new Dictionary<string, File>(Files) };
    }

    /// <summary>A file: its lines, in the order of their keys, and the keys of all that were deleted.</summary>
    private sealed record File(SortedDictionary<double, string> Lines, HashSet<double> Deleted)
    {
        public string Text => string.Concat(Lines.Values.Select(line => line + "\n"));

        public File With(double key, string line) => this with { Lines = new(Lines) { [key] = line } };

        public File Without(double key) => And(new File([], [key]));

        public File And(File other)
        {
            HashSet<double> deleted = [.. Deleted, .. other.Deleted];
            var kept = Lines.Concat(other.Lines).Where(l => !deleted.Contains(l.Key)).DistinctBy(l => l.Key).ToDictionary();
            return new File(new(kept), deleted);
        }
    }
}
