using Relais.Accessibility.Zoning;

namespace Relais.Observatory.ZoneRules;

/// <summary>What zones that agencies draw come to, whatever they call them, so that they can be held against the rules.</summary>
internal enum DrawnAs
{
    Zip,
    Zac,
    Neither,
}

internal static class DrawnZone
{
    private static readonly (string Begins, DrawnAs As)[] Known =
    [
        ("ZIP", DrawnAs.Zip),
        ("ZAC", DrawnAs.Zac),

        // In Brittany, complementary zones that the agency helps a little more.
        ("ZAR", DrawnAs.Zac),
        ("ZV", DrawnAs.Neither),
        ("Zone de vigilance", DrawnAs.Neither),
        ("HZ", DrawnAs.Neither),
        ("HV", DrawnAs.Neither),
        ("Hors", DrawnAs.Neither),
    ];

    /// <returns>Nothing for a name that nobody knows: it is shown, and held against nothing.</returns>
    public static DrawnAs? Of(string zone)
    {
        foreach (var (begins, drawn) in Known)
        {
            if (zone.StartsWith(begins, StringComparison.OrdinalIgnoreCase))
            {
                return drawn;
            }
        }

        return null;
    }

    /// <returns>Nothing where the rules leave it open.</returns>
    public static DrawnAs? Of(ZoneClass one) => one switch
    {
        ZoneClass.SelectedZip or ZoneClass.ChosenZip => DrawnAs.Zip,
        ZoneClass.Zac => DrawnAs.Zac,
        ZoneClass.Vigilance or ZoneClass.Out => DrawnAs.Neither,
        _ => null,
    };
}
