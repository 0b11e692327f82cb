using System.Globalization;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Composition;

/// <summary>Makes texts independent of the machine: Unicode data is there, and the culture is the invariant one.</summary>
internal static class UnicodeData
{
    /// <summary>Sets the culture.</summary>
    /// <exception cref="SettingsException">The machine has no Unicode data, on which fingerprints depend.</exception>
    public static void Require()
    {
        if (!Normaliser.CanCompose)
        {
            throw new SettingsException(
                "Unicode data is missing: install ICU (libicu), or unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT. Fingerprints of words "
                    + "depend on it."
            );
        }

        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    }
}
