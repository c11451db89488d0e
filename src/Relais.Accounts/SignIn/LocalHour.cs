using System.Globalization;

namespace Relais.Accounts.SignIn;

/// <summary>An instant of today as people say it: « 22 h 41 ».</summary>
internal static class LocalHour
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static string Of(DateTimeOffset instant)
    {
        // Rounded up: at the minute that is said, the wait is over.
        var local = TimeZoneInfo.ConvertTime(instant.AddSeconds(59), Paris);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "fr"
            ? local.ToString("H' h 'mm", CultureInfo.InvariantCulture)
            : local.ToString("H:mm", CultureInfo.InvariantCulture);
    }
}
