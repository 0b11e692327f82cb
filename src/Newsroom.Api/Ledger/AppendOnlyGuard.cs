using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Speakers;

namespace Newsroom.Api.Ledger;

/// <summary>
/// Protects the record in the database: the application's role may not change it, and triggers refuse changes by others outside an erasure.
/// Neither stops the owner of the machine; the ledger shows what that owner changed.
/// </summary>
internal static class AppendOnlyGuard
{
    /// <summary>The setting in which a transaction names its erasure.</summary>
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

    private const string RefuseAhead = $"""

        begin
            if new.seq_id > (select last_value from {MartenNames.EventsSequence}) then
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

    // The lock delays an erasure until what was sealed under the key is committed.
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

    /// <summary>The bodies of the functions that this class creates, by name.</summary>
    public static IReadOnlyDictionary<string, string> Functions { get; } =
        new Dictionary<string, string>
        {
            ["refuse_change"] = RefuseChange,
            ["refuse_ahead"] = RefuseAhead,
            ["record_signing"] = RecordSigning,
            ["keep_source_key"] = KeepSourceKey,
        };

    /// <summary>All triggers, as PostgreSQL writes them.</summary>
    public static IReadOnlyList<string> Triggers { get; } =
    [
        .. Guarded.SelectMany(table =>
            new[]
            {
                $"CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change()",
                $"CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change()",
            }
        ),
        $"CREATE TRIGGER refuse_ahead BEFORE INSERT ON {MartenNames.Events} FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_ahead()",
        $"CREATE TRIGGER record_signing AFTER INSERT ON {LedgerTables.Checkpoints} FOR EACH ROW EXECUTE FUNCTION newsroom.record_signing()",
    ];

    private static IEnumerable<string> Guarded =>
        [MartenNames.Events, SourceKeys.Name, .. LedgerTables.All.Concat(IdentityTables.All).Select(t => t.Identifier.QualifiedName)];

    /// <summary>Returns the SQL that sets the application's grants and the triggers.</summary>
    /// <param name="grants">The application's privileges.</param>
    /// <param name="entries">The entries of the catalog, the functions of <see cref="Functions"/> included.</param>
    public static string Guard(ApplicationGrants grants, IEnumerable<CatalogEntry> entries) =>
        $"""
            revoke all on schema newsroom from public, {ApplicationGrants.Role};
            revoke all on all tables in schema newsroom from public, {ApplicationGrants.Role};
            revoke all on all sequences in schema newsroom from public, {ApplicationGrants.Role};
            revoke all on all functions in schema newsroom from public, {ApplicationGrants.Role};
            grant usage on schema newsroom to {ApplicationGrants.Role};
            {string.Join(
                '\n',
                entries.Where(e => grants.On(e).Length > 0).Select(e => $"grant {grants.On(e)} on {e.Kind} {e.Signature} to {ApplicationGrants.Role};")
            )}
            {string.Join(
                '\n',
                Triggers.Select(trigger => $"{trigger.Replace("CREATE TRIGGER", "create or replace trigger", StringComparison.Ordinal)};")
            )}
            """;

    /// <summary>Records the signings of checkpoints that earlier builds signed without recording them.</summary>
    public const string AddEarlierSignings = $"""
        insert into {LedgerTables.Signings} (size, digest) select size, sha256(convert_to(note, 'UTF8')) from {LedgerTables.Checkpoints}
        where size < coalesce((select min(size) from {LedgerTables.Signings}), {MaxSize}) on conflict (size) do nothing
        """;

    private const string MaxSize = "9223372036854775807";

    /// <summary>The SQL that creates the functions.</summary>
    public static string CreateFunctions =>
        $"""
            create or replace function newsroom.refuse_change() returns trigger language plpgsql as $${RefuseChange}$$;
            create or replace function newsroom.refuse_ahead() returns trigger language plpgsql as $${RefuseAhead}$$;
            create or replace function newsroom.record_signing() returns trigger language plpgsql as $${RecordSigning}$$;
            create or replace function newsroom.keep_source_key(of_speaker text, fresh bytea) returns bytea language plpgsql security definer set search_path = pg_catalog, pg_temp as $${KeepSourceKey}$$;
            """;
}
