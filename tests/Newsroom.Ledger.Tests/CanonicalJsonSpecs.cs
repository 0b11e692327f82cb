using System.Text;
using CsCheck;

namespace Newsroom.Ledger.Tests;

public class CanonicalJsonSpecs
{
    [Theory]
    [InlineData("""{ "b": 1.0, "a": [ true, null, "\u00e9\/" ] }""", """{"a":[true,null,"é/"],"b":1}""")]
    [InlineData("""{"\ufb33":1,"\ud83d\ude00":2,"\u20ac":3}""", "{\"€\":3,\"😀\":2,\"\ufb33\":1}")]
    [InlineData(""" "\u0000\u001f\b\t\n\f\r\"\\\u007f" """, "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\u007f\"")]
    [InlineData(
        "[-0, 1E21, 1e-7, 0.000001, 123456789012345680000, 4.50, 333333333.33333329]",
        "[0,1e+21,1e-7,0.000001,123456789012345680000,4.5,333333333.3333333]"
    )]
    [InlineData("{}", "{}")]
    public void One_meaning_has_one_form(string json, string canonical) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(json)).ShouldBe(canonical);

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("1e999")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[1,]")]
    public void Values_without_a_canonical_form_are_refused(string json) => Should.Throw<FormatException>(() => CanonicalJson.Of(json));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_JSON_does_not_have_are_refused(double number) =>
        Should.Throw<FormatException>(() => EcmaScriptNumber.Of(number));

    [Fact]
    public void A_written_number_reads_back_as_itself() =>
        Gen
            .Double.Where(double.IsFinite)
            .Sample(number => double.Parse(EcmaScriptNumber.Of(number), System.Globalization.CultureInfo.InvariantCulture) == number);
}
