using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Newsroom.Domain.Stories;

/// <summary>
/// The arguments of a summary, by name: texts, numbers, flags, and lists of texts or of further arguments. They are small and read for
/// every line of the audit trail, so they are kept in a list instead of a document.
/// </summary>
public sealed class SummaryArguments
{
    /// <summary>No arguments.</summary>
    public static readonly SummaryArguments None = new([]);

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Name, object Value)> members;

    private SummaryArguments(List<(string Name, object Value)> members) => this.members = members;

    /// <summary>The arguments as JSON.</summary>
    public string Json
    {
        get
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, Compact))
            {
                Write(writer, this);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    /// <summary>All texts in the arguments, in order.</summary>
    public IEnumerable<string> Texts => TextsIn(this);

    /// <summary>Makes arguments of those that have a value.</summary>
    /// <param name="arguments">
    /// Names and values: string, int, long, bool, <see cref="SummaryArguments"/>, or a list of strings or arguments.
    /// </param>
    public static SummaryArguments Of(params ReadOnlySpan<(string Name, object? Value)> arguments) => None.With(arguments);

    /// <summary>Returns these arguments with further ones; those without a value are left out.</summary>
    /// <param name="arguments">Names and values, as in <see cref="Of"/>.</param>
    public SummaryArguments With(params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var all = new List<(string Name, object Value)>(members.Count + arguments.Length);
        all.AddRange(members);
        foreach (var (name, value) in arguments)
        {
            if (value is not null)
            {
                all.Add((name, value is int number ? (long)number : value));
            }
        }

        return new(all);
    }

    /// <summary>Reads stored arguments; none where the JSON is no object.</summary>
    /// <param name="json">The JSON, as UTF-8.</param>
    public static SummaryArguments Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Value(ref reader) as SummaryArguments ?? None;
    }

    /// <summary>Returns an argument as text; null where it is missing or a list.</summary>
    public string? Find(string name) =>
        Value(name) switch
        {
            string text => text,
            long number => number.ToString(CultureInfo.InvariantCulture),
            true => "true",
            false => "false",
            _ => null,
        };

    /// <summary>Whether an argument is set to true.</summary>
    public bool Is(string name) => Value(name) is true;

    /// <summary>Returns an argument that has arguments; null where it is missing.</summary>
    public SummaryArguments? Group(string name) => Value(name) as SummaryArguments;

    /// <summary>Returns the texts of a list; none where it is missing.</summary>
    public IEnumerable<string> Strings(string name) => (Value(name) as IReadOnlyList<object>)?.OfType<string>() ?? [];

    /// <summary>Returns the arguments in a list; none where it is missing.</summary>
    public IEnumerable<SummaryArguments> Groups(string name) => (Value(name) as IReadOnlyList<object>)?.OfType<SummaryArguments>() ?? [];

    private object? Value(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    private static IEnumerable<string> TextsIn(object value) =>
        value switch
        {
            string text => [text],
            SummaryArguments arguments => arguments.members.SelectMany(member => TextsIn(member.Value)),
            IEnumerable<object> items => items.SelectMany(TextsIn),
            _ => [],
        };

    private static object? Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                return number;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartObject:
                return Object(ref reader);
            case JsonTokenType.StartArray:
                return List(ref reader);
            default:
                return null;
        }
    }

    private static SummaryArguments Object(ref Utf8JsonReader reader)
    {
        var members = new List<(string Name, object Value)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (Value(ref reader) is { } value)
            {
                members.Add((name, value));
            }
        }

        return new(members);
    }

    private static List<object> List(ref Utf8JsonReader reader)
    {
        var items = new List<object>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Value(ref reader) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case SummaryArguments arguments:
                writer.WriteStartObject();
                foreach (var (name, member) in arguments.members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable<object> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} is no argument of a summary.");
        }
    }
}
