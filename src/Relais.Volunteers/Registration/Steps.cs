namespace Relais.Volunteers.Registration;

internal static class Steps
{
    public const int Last = 6;

    public const string First = "/volontaires/inscription";

    public const string Done = "/volontaires/inscription/merci";

    public static string Url(int step) => step is 1 ? First : $"{First}/{step}";
}
