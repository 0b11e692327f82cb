using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests;
using Newsroom.Ledger;

namespace Newsroom.Domain.Tests.Standards;

/// <summary>Checks RFC 8785 against its authors' test vectors.</summary>
public class CanonicalJsonVectors
{
    private static JsonNode Vectors => Standard.Json("jcs/vectors.json");

    [Fact]
    public void The_documents_have_their_canonical_bytes()
    {
        foreach (var document in Vectors.Cases("documents"))
        {
            Convert
                .ToHexStringLower(CanonicalJson.Of((string)document["input"]!))
                .ShouldBe((string)document["canonicalHex"]!, (string)document["name"]!);
        }
    }

    [Fact]
    public void The_numbers_of_Appendix_B_are_written_as_it_says()
    {
        foreach (var number in Vectors.Cases("numbers"))
        {
            EcmaScriptNumber.Of(Double((string)number["ieee754Hex"]!)).ShouldBe((string)number["json"]!);
        }
    }

    [Fact]
    public void Ten_thousand_numbers_are_written_as_ECMAScript_writes_them()
    {
        var lines = File.ReadAllLines(Standard.File("jcs/es6-numbers-10000.txt"));
        lines.Length.ShouldBe(10_000);
        var written = new StringBuilder();
        foreach (var line in lines)
        {
            var (hex, expected) = line.Split(',') is [var h, var e] ? (h, e) : throw new FormatException(line);
            EcmaScriptNumber.Of(Double(hex)).ShouldBe(expected, hex);
            written.Append(CultureInfo.InvariantCulture, $"{hex},{EcmaScriptNumber.Of(Double(hex))}\n");
        }

        Convert
            .ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(written.ToString())))
            .ShouldBe((string)Vectors["numberFileHashes"]!["10000"]!);
    }

    private static double Double(string hex) =>
        BitConverter.Int64BitsToDouble(long.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
