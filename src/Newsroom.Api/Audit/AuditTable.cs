using Newsroom.Api.Infrastructure.Persistence;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Audit;

/// <summary>
/// The table of the audit trail: one narrow row for each event, with the columns it is filtered by and the summary that its sentence is
/// rendered from. The rest of a line is read from the event. Rows of earlier builds have a sentence and no code until a rebuild.
/// </summary>
public static class AuditTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "newsroom.audit";

    /// <summary>The columns, in the order of <see cref="AuditRow"/>.</summary>
    public const string Columns = $"sequence, at, by, role, story, desk, type, code, arguments, why, words, {Sentence}";

    /// <summary>
    /// The column of an earlier build's sentence. Nodes of an earlier build read and write it, so it is never null.
    /// </summary>
    public const string Sentence = "sentence";

    /// <summary>
    /// The indexed text. Rows of an earlier build may have no words until a rebuild; they are searched by their sentence.
    /// </summary>
    public const string Words =
        "to_tsvector('simple'::regconfig, "
        + "COALESCE(words, translate(((sentence || ' '::text) || COALESCE(why, ''::text)), '@{}'::text, '   '::text)))";

    /// <summary>The table.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn<long>("sequence").AsPrimaryKey();
            table.AddColumn("at", "timestamptz").NotNull();
            table.AddColumn("by", "text").NotNull();
            table.AddColumn("role", "text");
            table.AddColumn<Guid>("story");
            table.AddColumn("desk", "text");
            table.AddColumn("type", "text").NotNull();
            table.AddColumn(Sentence, "text").NotNull();
            table.AddColumn("why", "text");
            table.AddColumn("words", "text");
            table.AddColumn("code", "text");
            table.AddColumn("arguments", "jsonb");
            table.Indexes.Add(new IndexDefinition("audit_at") { Columns = ["at"] });
            table.Indexes.Add(new IndexDefinition("audit_by") { Columns = ["by"] });
            table.Indexes.Add(new IndexDefinition("audit_role") { Columns = ["role"] });
            table.Indexes.Add(new IndexDefinition("audit_story") { Columns = ["story", "sequence"] });
            table.Indexes.Add(new IndexDefinition("audit_desk") { Columns = ["desk"] });
            table.Indexes.Add(new IndexDefinition("audit_type") { Columns = ["type"] });
            table.Indexes.Add(new IndexDefinition("audit_refused") { Columns = ["desk", "at"], Predicate = "type = 'command_refused'" });
            var words = new IndexDefinition("audit_words") { Columns = [Words], Method = IndexMethod.gin };
            words.LimitPendingList();
            table.Indexes.Add(words);
            return table;
        }
    }
}
