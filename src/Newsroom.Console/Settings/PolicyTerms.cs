using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Desks;
using Newsroom.Console.Text;

namespace Newsroom.Console.Settings;

/// <summary>The terms of the gates that a policy chooses, as fields of a form and in words.</summary>
internal static class PolicyTerms
{
    public const string Approvals = "approvals";

    /// <summary>The gates that a policy can have. The API refuses terms that a gate does not have.</summary>
    public static readonly IReadOnlyList<string> Gates =
    [
        "quotes-attributed",
        "quotes-verified",
        "claims-checked",
        "headline-quotes-sourced",
        Approvals,
        "notes-resolved",
    ];

    /// <summary>The roles of which a policy can require approvals.</summary>
    public static readonly IReadOnlyList<string> Approvers = ["editor", "legal"];

    /// <summary>Returns the name of a field.</summary>
    public static string Field(string gate, string term) => $"{gate}.{term}";

    /// <summary>Returns whether a gate has a least number of people or checks.</summary>
    public static bool HasMinimum(string gate) => gate is "quotes-verified" or "claims-checked" or Approvals;

    /// <summary>Returns whether a gate has a least number of words.</summary>
    public static bool HasFewestWords(string gate) => gate == "quotes-attributed";

    /// <summary>Reads the body of a proposal.</summary>
    public static JsonObject Read(IFormCollection form)
    {
        var body = new JsonObject
        {
            ["gates"] = new JsonArray(
                [.. Gates.Where(gate => form[Field(gate, "in")] == "true").Select(gate => (JsonNode?)TermsOf(form, gate))]
            ),
        };
        if (form["reason"].ToString() is { Length: > 0 } reason)
        {
            body["reason"] = reason.ReplaceLineEndings("\n");
        }

        foreach (var choice in (string[])["showsConfidential", "logsReads"])
        {
            if (form[choice] == "true")
            {
                body[choice] = true;
            }
        }

        return body;
    }

    /// <summary>Returns the body of a proposal of the policy in force.</summary>
    public static JsonObject Of(PolicyInForce policy, string reason) =>
        new()
        {
            ["reason"] = reason,
            ["gates"] = new JsonArray(
                [
                    .. policy.Gates.Select(terms =>
                        (JsonNode?)new JsonObject { ["gate"] = terms.Gate, ["minimum"] = terms.Minimum, ["waivable"] = terms.Waivable }
                    ),
                ]
            ),
        };

    /// <summary>Returns the value of a field in the policy in force; empty for none.</summary>
    public static string ValueOf(GateTerms? terms, string term) =>
        term switch
        {
            "in" => terms is null ? "" : "true",
            "minimum" => Number(terms?.Minimum),
            "fewestWords" => Number(terms?.FewestWords),
            "waivable" => terms?.Waivable == true ? "true" : "",
            _ => Number(terms?.Roles.FirstOrDefault(role => role.Role == term)?.Minimum),
        };

    /// <summary>Writes the terms of a gate.</summary>
    public static string InWords(GateTerms terms)
    {
        string?[] words =
        [
            terms.Minimum is { } minimum ? $"at least {Number(minimum)}" : null,
            .. terms.Roles.Select(role => $"of which {Number(role.Minimum)} by {Codes.InWords(role.Role)}"),
            terms.FewestWords is { } fewest ? $"from {Codes.Count(fewest, "word")}" : null,
            terms.Waivable ? "a chief editor can make an exception" : "no exceptions",
        ];
        return string.Join("; ", words.OfType<string>());
    }

    private static JsonObject TermsOf(IFormCollection form, string gate)
    {
        var terms = new JsonObject { ["gate"] = gate };
        foreach (var term in (string[])["minimum", "fewestWords"])
        {
            if (form[Field(gate, term)].ToString() is { Length: > 0 } value)
            {
                terms[term] = SettingsForms.NumberOf(value);
            }
        }

        if (form[Field(gate, "waivable")] == "true")
        {
            terms["waivable"] = true;
        }

        var roles = Approvers.Where(role => form[Field(gate, role)].ToString().Length > 0).ToList();
        if (roles.Count > 0)
        {
            terms["roles"] = new JsonArray([.. roles.Select(role => (JsonNode?)RoleOf(role, form[Field(gate, role)].ToString()))]);
        }

        return terms;
    }

    private static JsonObject RoleOf(string role, string minimum) =>
        new() { ["role"] = role, ["minimum"] = SettingsForms.NumberOf(minimum) };

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
