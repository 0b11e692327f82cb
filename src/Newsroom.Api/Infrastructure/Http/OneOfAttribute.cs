using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Lists the accepted values of a text parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public abstract class OneOfAttribute : Attribute
{
    /// <summary>Gets the accepted values.</summary>
    public abstract IReadOnlyList<string> Values { get; }
}

/// <summary>Accepts the names of an enumeration, as the API writes them.</summary>
public sealed class OneOfAttribute<TEnum> : OneOfAttribute
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Values { get; } = [.. Enum.GetValues<TEnum>().Select(value => value.ToKebabCase())];
}
