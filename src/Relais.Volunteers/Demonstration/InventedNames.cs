namespace Relais.Volunteers.Demonstration;

/// <summary>Names that sound of Brittany and that nobody bears: syllables put together.</summary>
internal static class InventedNames
{
    private static readonly string[] FirstNames =
    [
        "Aziliz", "Maëlle", "Nolwenn", "Rozenn", "Enora", "Gwenola", "Bleuenn", "Katell", "Solenn", "Tifenn", "Lena", "Youna", "Awena", "Marivon", "Sterenn", "Naïg",
        "Erwan", "Yannig", "Malo", "Goulven", "Corentin", "Gwendal", "Ronan", "Tanguy", "Alan", "Denez", "Mael", "Brendan", "Loïg", "Padrig", "Tudual", "Ewen",
    ];

    private static readonly string[] Beginnings = ["Ker", "Tré", "Plou", "Lan", "Pen", "Coat", "Loc", "Ros", "Bod", "Gui"];

    private static readonly string[] Endings =
    [
        "vérizec", "doualin", "zavellec", "gourmelou", "mérouan", "briandec", "tanguilly", "fouézel", "narvouez", "lidrec",
        "gastellou", "mévarec", "houélin", "quistinoc", "ballaouen", "rumézan", "caradreuc", "bilouarn", "scavennou", "drézouet",
    ];

    public static (string First, string Last) Draw(Random random) =>
        (Pick(random, FirstNames), $"{Pick(random, Beginnings)}{Pick(random, Endings)}");

    private static string Pick(Random random, string[] names) => names[random.Next(names.Length)];
}
