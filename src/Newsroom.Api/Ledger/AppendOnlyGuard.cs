using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Speakers;

namespace Newsroom.Api.Ledger;

/// <summary>
/// What keeps the record from being changed in the database itself. The application's role lacks the right to, and a trigger refuses it to
/// everybody
/// else who does not say that this is an erasure. Neither stops the owner of the machine: that is what the ledger is for.
/// </summary>
internal static class AppendOnlyGuard
{
    /// <summary>The setting in which a transaction names the erasure it carries out.</summary>
    public const string Erasing = "newsroom.erasing";

    private const string RefuseChange = $"""

        begin
            if coalesce(current_setting('{Erasing}', true), '') = '' then
                raise exception '% of % is refused: the record is added to and never changed.', tg_op, tg_table_name using errcode = 'insufficient_privilege';
            end if;
            if tg_op = 'DELETE' then
                return old;
            end if;
            return new;
        end

        """;

    private const string RefuseAhead = """

        begin
            if new.seq_id > (select last_value from newsroom.mt_events_sequence) then
                raise exception 'The event number % is refused: it was not taken from the sequence.', new.seq_id using errcode = 'insufficient_privilege';
            end if;
            return new;
        end

        """;

    private const string RecordSigning = $"""

        begin
            insert into {LedgerTables.Signings} (size, digest) values (new.size, sha256(convert_to(new.note, 'UTF8'))) on conflict (size) do nothing;
            return null;
        end

        """;

    // The lock holds off an erasure until what was sealed under the key is committed.
    private const string KeepSourceKey = $"""

        declare
            kept bytea;
        begin
            loop
                insert into {SourceKeys.Name} (speaker, key) values (of_speaker, fresh) on conflict (speaker) do nothing;
                select key into kept from {SourceKeys.Name} where speaker = of_speaker for key share;
                exit when found;
            end loop;
            return kept;
        end

        """;

    /// <summary>The functions made here beside the store's, by name, with their bodies.</summary>
    public static IReadOnlyDictionary<string, string> Functions { get; } =
        new Dictionary<string, string>
        {
            ["refuse_change"] = RefuseChange,
            ["refuse_ahead"] = RefuseAhead,
            ["record_signing"] = RecordSigning,
            ["keep_source_key"] = KeepSourceKey,
        };

    /// <summary>Every trigger there is to be, as PostgreSQL writes it.</summary>
    public static IReadOnlyList<string> Triggers { get; } =
    [
        .. Guarded.SelectMany(table =>
            new[]
            {
                $"CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change()",
                $"CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change()",
            }
        ),
        "CREATE TRIGGER refuse_ahead BEFORE INSERT ON newsroom.mt_events FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_ahead()",
        $"CREATE TRIGGER record_signing AFTER INSERT ON {LedgerTables.Checkpoints} FOR EACH ROW EXECUTE FUNCTION newsroom.record_signing()",
    ];

    private static IEnumerable<string> Guarded =>
        ["newsroom.mt_events", SourceKeys.Name, .. LedgerTables.All.Concat(IdentityTables.All).Select(t => t.Identifier.QualifiedName)];

    /// <summary>Grants the application what it needs and nothing else, and guards what is only ever added to.</summary>
    /// <param name="role">The application's role.</param>
    /// <param name="entries">What the schema has, the functions of <see cref="Functions"/> included.</param>
    public static string Guard(string role, IEnumerable<CatalogEntry> entries) =>
        $"""
            revoke all on schema newsroom from public, {role};
            revoke all on all tables in schema newsroom from public, {role};
            revoke all on all sequences in schema newsroom from public, {role};
            revoke all on all functions in schema newsroom from public, {role};
            grant usage on schema newsroom to {role};
            {string.Join(
                '\n',
                entries.Where(e => e.Privileges.Length > 0).Select(e => $"grant {e.Privileges} on {e.Kind} {e.Signature} to {role};")
            )}
            {string.Join(
                '\n',
                Triggers.Select(trigger => $"{trigger.Replace("CREATE TRIGGER", "create or replace trigger", StringComparison.Ordinal)};")
            )}
            """;

    /// <summary>Records the signings of checkpoints of earlier builds, which had no such record.</summary>
    public const string AddEarlierSignings = $"""
        insert into {LedgerTables.Signings} (size, digest) select size, sha256(convert_to(note, 'UTF8')) from {LedgerTables.Checkpoints}
        where size < coalesce((select min(size) from {LedgerTables.Signings}), {MaxSize}) on conflict (size) do nothing
        """;

    private const string MaxSize = "9223372036854775807";

    /// <summary>Makes the functions.</summary>
    public static string MakeFunctions =>
        $"""
            create or replace function newsroom.refuse_change() returns trigger language plpgsql as $${RefuseChange}$$;
            create or replace function newsroom.refuse_ahead() returns trigger language plpgsql as $${RefuseAhead}$$;
            create or replace function newsroom.record_signing() returns trigger language plpgsql as $${RecordSigning}$$;
            create or replace function newsroom.keep_source_key(of_speaker text, fresh bytea) returns bytea language plpgsql security definer set search_path = pg_catalog, pg_temp as $${KeepSourceKey}$$;
            """;
}
