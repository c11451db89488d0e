namespace Relais.Missions.Welcome;

/// <summary>What places that receive people well have ready, to start a list from.</summary>
internal static class UsualWelcome
{
    public static IReadOnlyList<(string Label, bool Each)> Lines { get; } =
    [
        ("Badge", true),
        ("Accès au logiciel de soins", true),
        ("Contact prévenu de l’arrivée", true),
        ("Visite du service à la prise de poste", true),
        ("Casier", false),
        ("Repas", false),
        ("Place de parking", false),
        ("Logement", false),
    ];
}
