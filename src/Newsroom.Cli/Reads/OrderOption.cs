using System.CommandLine;
using Newsroom.Cli.Parsing;

namespace Newsroom.Cli.Reads;

/// <summary><c>--order</c>: the order of a list.</summary>
internal static class OrderOption
{
    public static Option<string?> Create(string description, params IReadOnlyList<string> orders)
    {
        var option = new Option<string?>("--order") { HelpName = "order", Description = $"{description} Default: {orders[0]}." };
        option.AcceptOnly(orders);
        return option;
    }
}
