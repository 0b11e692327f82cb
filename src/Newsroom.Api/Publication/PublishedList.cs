using System.Globalization;
using System.Text;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Selects the stories of lists and feeds, latest first: all, those of a desk, and those in a language.</summary>
internal static class PublishedList
{
    /// <summary>Returns the refusal of a text that is no language tag; null for one that is.</summary>
    public static Refusal? RefuseLanguage(string? language) =>
        language is null || LanguageTag.IsWellFormed(language)
            ? null
            : new Refusal(RefusalKind.Malformed, "language", "language is a BCP 47 tag, such as en or nb-NO.");

    /// <summary>Returns the command that selects expressions of documents <c>d</c>.</summary>
    /// <param name="selected">The expressions.</param>
    /// <param name="desk">Selects a desk.</param>
    /// <param name="language">Selects a language (BCP 47).</param>
    /// <param name="after">Selects those after a position.</param>
    /// <param name="lines">The maximum number of rows.</param>
    /// <param name="join">What is joined with each document.</param>
    public static NpgsqlBatchCommand Select(
        string selected,
        string? desk,
        string? language,
        Keyset? after,
        int lines,
        string join = ""
    )
    {
        var command = new NpgsqlBatchCommand();
        var sql = new StringBuilder($"select {selected} from {PublishedStory.Table} d {join} where {PublishedStory.IsListed}");
        if (desk is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" and d.{PublishedStory.DeskColumn} = {Parameter(desk)}");
        }

        if (language is not null)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $" and d.{PublishedStory.LanguageColumn} = {Parameter(LanguageTag.Canonical(language))}"
            );
        }

        if (after is not null)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $" and (d.{PublishedStory.UpdatedColumn}, d.id) < ({Parameter(after.At.UtcDateTime)}, {Parameter(after.Id)})"
            );
        }

        command.CommandText = $"{sql} order by d.{PublishedStory.UpdatedColumn} desc, d.id desc limit {Parameter(lines)}";
        return command;

        string Parameter(object value)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
            return $"${command.Parameters.Count}";
        }
    }
}
