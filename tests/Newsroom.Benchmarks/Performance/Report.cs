using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Newsroom.Benchmarks.Performance;

/// <summary>What was measured, as tables; each has a place of its own in a Markdown file, marked by comments.</summary>
internal sealed class Report(string machine)
{
    private readonly List<(string Name, string Text)> tables = [];

    /// <summary>The machine, the versions and the settings.</summary>
    public static async Task<Report> On(ServedNewsroom newsroom)
    {
        var settings = await newsroom.Scalar<string>(
            "select string_agg(name || ' = ' || current_setting(name), ', ' order by name) from pg_settings where name in "
                + "('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size', 'jit', 'wal_compression')"
        );
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
        return new Report(
            $"{processor}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; PostgreSQL {await newsroom.Scalar<string>("show server_version")} ({settings})."
        );
    }

    /// <summary>A number people can read.</summary>
    public static string Number(double number) =>
        double.IsNaN(number) ? "–" : number.ToString(number >= 100 ? "N0" : "0.#", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds.</summary>
    public static string Ms(double ms) =>
        double.IsNaN(ms)
            ? "–"
            : ms.ToString(
                ms >= 100 ? "N0"
                    : ms >= 10 ? "0.0"
                    : "0.00",
                CultureInfo.InvariantCulture
            );

    /// <summary>A ratio.</summary>
    public static string Ratio(double ratio) => double.IsFinite(ratio) ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    /// <summary>Adds a table, and prints it.</summary>
    public void Add(string name, string title, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"**{title}**\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select((_, at) => at == 0 ? "---|" : "---:|"))}\n"
        );
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{DateTimeOffset.UtcNow:yyyy-MM-dd}. {machine}\n");
        tables.Add((name, text.ToString()));
        Console.WriteLine(text);
    }

    /// <summary>Puts each table in its place in a file.</summary>
    /// <exception cref="InvalidOperationException">The file has no place for one.</exception>
    public void WriteTo(string path)
    {
        var file = File.ReadAllText(path);
        foreach (var (name, text) in tables)
        {
            var place = new Regex($"(<!-- {name} -->\n).*?(<!-- /{name} -->)", RegexOptions.Singleline);
            file = place.IsMatch(file)
                ? place.Replace(file, match => $"{match.Groups[1].Value}\n{text}\n{match.Groups[2].Value}")
                : throw new InvalidOperationException($"{path} has no place for {name}: <!-- {name} --> and <!-- /{name} -->.");
        }

        File.WriteAllText(path, file);
    }
}
