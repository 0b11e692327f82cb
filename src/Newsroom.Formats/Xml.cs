using System.Text;
using System.Xml;

namespace Newsroom.Formats;

internal static class Xml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes a document in UTF-8.</summary>
    public static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>Writes an element with a text, unless the text is empty.</summary>
    public static void WriteText(this XmlWriter writer, string name, string? text, params (string Name, string Value)[] attributes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            writer.WriteAttributeString(attribute, value);
        }

        writer.WriteString(PlainText.Clean(text));
        writer.WriteEndElement();
    }
}
