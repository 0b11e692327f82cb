using Newsroom.Api.Hosting;

namespace Newsroom.Api.Ledgers;

/// <summary>
/// What keeps the record from being changed in the database itself. The application's role lacks the right to, and a trigger refuses it to everybody
/// else who does not say that this is an erasure. Neither stops the owner of the machine: that is what the ledger is for.
/// </summary>
internal static class TheRecord
{
    /// <summary>The setting in which a transaction names the erasure it carries out.</summary>
    public const string Erasing = "newsroom.erasing";

    /// <summary>Grants the application what it needs, and guards what is only ever added to.</summary>
    public static string Guard(string role) => $$"""
        grant usage on schema newsroom to {{role}};
        grant select, insert, update, delete, truncate on all tables in schema newsroom to {{role}};
        grant usage, select, update on all sequences in schema newsroom to {{role}};
        grant execute on all functions in schema newsroom to {{role}};
        revoke delete, truncate on newsroom.mt_streams from {{role}};
        create or replace function newsroom.refuse_change() returns trigger language plpgsql as $$
        begin
            if coalesce(current_setting('{{Erasing}}', true), '') = '' then
                raise exception '% of % is refused: the record is added to and never changed.', tg_op, tg_table_name using errcode = 'insufficient_privilege';
            end if;
            if tg_op = 'DELETE' then
                return old;
            end if;
            return new;
        end
        $$;
        {{string.Concat(Guarded.Select(table => $"""
            revoke update, delete, truncate on {table} from {role};
            create or replace trigger refuse_change before update or delete on {table} for each row execute function newsroom.refuse_change();
            create or replace trigger refuse_truncate before truncate on {table} for each statement execute function newsroom.refuse_change();

            """))}}
        """;

    private static IEnumerable<string> Guarded => ["newsroom.mt_events", .. LedgerTables.All.Concat(IdentityTables.All).Select(t => t.Identifier.QualifiedName)];
}
