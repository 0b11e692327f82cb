using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>Completes the schema of a parameter by what the address guard accepts.</summary>
internal static class ParameterSchema
{
    /// <summary>Adds bounds and accepted values.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="parameters">The parameters of the endpoint.</param>
    public static void Complete(OpenApiSchema schema, string name, RequestParameters? parameters)
    {
        if (name is RequestParameters.StoryInPath or RequestParameters.StoryInQuery)
        {
            (schema.Format, schema.MaxLength) = (null, LimitTable.SlugCharacters);
        }

        RequestTypes.Bound(schema, "query", name);
        if (parameters?.Bounds.GetValueOrDefault(name) is { } bounds)
        {
            schema.Minimum = bounds.Minimum.ToString(CultureInfo.InvariantCulture);
            schema.Maximum = bounds.Maximum.ToString(CultureInfo.InvariantCulture);
        }

        if (parameters?.Values.GetValueOrDefault(name) is { } values)
        {
            (schema.MaxLength, schema.Enum) = (null, [.. values.Select(value => JsonValue.Create(value))]);
        }
    }
}
