namespace Newsroom.Api.Infrastructure.Metrics;

/// <summary>
/// A number in the database that an operator watches. Modules register theirs; <see cref="DatabaseMetrics"/> publishes them.
/// </summary>
/// <param name="Name">The name of the gauge, such as <c>newsroom.schedules.overdue</c>.</param>
/// <param name="Unit">Its unit: <c>s</c>, or what is counted, in braces.</param>
/// <param name="Description">What it is, as a sentence.</param>
/// <param name="Sql">A statement that selects one number, at a cost that does not grow with the record.</param>
public sealed record MeasuredValue(string Name, string Unit, string Description, string Sql);
