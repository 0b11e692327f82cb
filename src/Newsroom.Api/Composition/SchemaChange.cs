using System.Globalization;
using Weasel.Core;

namespace Newsroom.Api.Composition;

/// <summary>A table or function that differs from what this build creates.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="IsNew">Whether it does not exist.</param>
/// <param name="Sql">The statements that change it.</param>
internal sealed record SchemaChange(string Name, bool IsNew, string Sql)
{
    /// <summary>
    /// Whether this build needs the change. Columns and indexes that a later build has added are not in its way: the change would only
    /// remove them.
    /// </summary>
    public bool IsNeeded =>
        IsNew || !Sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(IsRemoval);

    /// <summary>Creates it of a difference.</summary>
    /// <param name="delta">The difference.</param>
    /// <param name="migrator">The dialect of the database.</param>
    public static SchemaChange Of(ISchemaObjectDelta delta, Migrator migrator)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        migrator.WriteUpdate(writer, delta);
        return new(delta.SchemaObject.Identifier.QualifiedName, delta.Difference == SchemaPatchDifference.Create, writer.ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsNew ? "create" : "change")} {Name}";

    private static bool IsRemoval(string statement) =>
        statement.StartsWith("drop index", StringComparison.OrdinalIgnoreCase)
        || (
            statement.StartsWith("alter table", StringComparison.OrdinalIgnoreCase)
            && statement.Contains(" drop column ", StringComparison.OrdinalIgnoreCase)
        );
}
