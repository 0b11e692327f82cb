using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Newsroom.Domain.Stories;

namespace Newsroom.Client.Stories;

/// <summary>
/// Writes a command as the body of its request. Members with their default value are left out, so that a server that does not know them
/// yet accepts the request.
/// </summary>
internal static class CommandJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OmitDefaults } },
    };

    public static string Write(StoryCommand command) => JsonSerializer.Serialize(command, command.GetType(), Options);

    private static void OmitDefaults(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(StoryCommand)) || type.Type.IsAbstract)
        {
            return;
        }

        var defaults = CreateWithDefaults(type.Type);
        foreach (var property in type.Properties.Where(p => p is { Get: not null, AssociatedParameter: null }))
        {
            var value = property.Get!(defaults);
            property.ShouldSerialize = (_, given) => !Equals(given, value);
        }
    }

    private static object CreateWithDefaults(Type command)
    {
        var constructor = command.GetConstructors().Single();
        var arguments = constructor
            .GetParameters()
            .Select(p => p.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(p.ParameterType) : null);
        return constructor.Invoke([.. arguments]);
    }
}
