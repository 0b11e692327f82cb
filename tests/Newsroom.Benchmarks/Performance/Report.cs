using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Collects results as tables; each has a marked place in a Markdown file.</summary>
internal sealed class Report(string machine)
{
    private readonly List<(string Name, string Text)> tables = [];

    /// <summary>Describes the machine, the versions and the settings.</summary>
    public static async Task<Report> OnAsync(ServedNewsroom newsroom)
    {
        var settings = await newsroom.ScalarAsync<string>(
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
            $"{processor}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB; "
                + $"{RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; PostgreSQL "
                + $"{await newsroom.ScalarAsync<string>("show server_version")} ({settings})."
        );
    }

    /// <summary>Formats a number.</summary>
    public static string Number(double number) =>
        double.IsNaN(number) ? "–" : number.ToString(number >= 100 ? "N0" : "0.#", CultureInfo.InvariantCulture);

    /// <summary>Formats milliseconds.</summary>
    public static string Ms(double ms)
    {
        var format = ms switch
        {
            >= 100 => "N0",
            >= 10 => "0.0",
            _ => "0.00",
        };
        return double.IsNaN(ms) ? "–" : ms.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Formats a ratio.</summary>
    public static string Ratio(double ratio) => double.IsFinite(ratio) ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    /// <summary>Adds a table and prints it.</summary>
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
        System.Console.WriteLine(text);
    }

    /// <summary>Writes each table to its place in a file.</summary>
    /// <exception cref="InvalidOperationException">The file has no place for a table.</exception>
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
