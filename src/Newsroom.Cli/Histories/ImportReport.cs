using System.Diagnostics;
using System.Text.Json;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;

namespace Newsroom.Cli.Histories;

/// <summary>What was brought in, and what could not be.</summary>
internal sealed class ImportReport
{
    private readonly HashSet<string> stories = new(StringComparer.Ordinal);
    private readonly List<NotKeptLine> notKept = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int recorded;
    private int had;

    /// <summary>A change that cannot even be sent.</summary>
    public void NotKept(FileSteps file, NotKeptLine line) => notKept.Add(line with { Began = file.Began });

    /// <summary>What the newsroom answered.</summary>
    public void Take(ImportedLines answer)
    {
        foreach (var file in answer.Files)
        {
            if (file.Story is not null)
            {
                stories.Add(file.Began);
            }

            recorded += file.Recorded;
            had += file.Had;
            notKept.AddRange(file.NotKept.Select(n => n with { Began = file.Began }));
        }
    }

    /// <summary>Shows it.</summary>
    public void Show(Run run)
    {
        if (run.Json)
        {
            run.Screen.Verbatim(JsonSerializer.Serialize(new { stories = stories.Count, recorded, had, notKept }, JsonSerializerOptions.Web));
            return;
        }

        run.Screen.Say($"{stories.Count:N0} stories: {recorded:N0} changes brought in{(had > 0 ? $", {had:N0} were there already" : "")}, {notKept.Count:N0} not kept.");
        run.Aside.Say($"{recorded + had:N0} changes in {watch.Elapsed.TotalSeconds:N0} s, {(recorded + had) / watch.Elapsed.TotalSeconds:N0} a second.", Styles.Aside);
        foreach (var line in notKept)
        {
            run.Screen.SayInside($"{line.Path} in {Screen.Short(line.Commit)}: {line.Why}", Styles.Warning);
        }
    }
}

/// <summary>The newsroom's answer to an import.</summary>
internal sealed record ImportedLines(IReadOnlyList<ImportedLine> Files);

/// <summary>What has become of a file.</summary>
internal sealed record ImportedLine(string Began, int Had, int Recorded, IReadOnlyList<NotKeptLine> NotKept, Guid? Story = null);

/// <summary>A change that was not kept.</summary>
internal sealed record NotKeptLine(string Commit, string Path, string Code, string Why, string Began = "");
