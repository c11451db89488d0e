using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Demonstration;

/// <summary>A shift that the hospitals of the demonstration often miss somebody for.</summary>
/// <param name="Name">What the template is called.</param>
/// <param name="Cell">Profession and unit.</param>
/// <param name="Starts">Hour of the clock.</param>
/// <param name="Ends">Hour of the clock, the next day when not after the start.</param>
/// <param name="HeadCount">How many people.</param>
internal sealed record InventedShift(string Name, string Cell, int Starts, int Ends, int HeadCount)
{
    public static IReadOnlyList<InventedShift> Usual { get; } =
    [
        new("IDE réa nuit", "nurse.intensive-care", 21, 7, 1),
        new("IDE urgences jour", "nurse.emergency", 7, 19, 1),
        new("Aide-soignant gériatrie matin", "care-assistant.geriatrics", 6, 14, 2),
        new("Médecin urgences, garde", "physician.emergency", 20, 8, 1),
    ];

    /// <summary>Few in Brittany can take it.</summary>
    public static InventedShift Rare { get; } = new("Manipulateur radio jour", "radiographer", 8, 16, 1);

    public NeedForm On(DateTimeOffset day) => new()
    {
        Cell = ProfessionUnit.Find(Cell)!.Code,
        Day = DateOnly.FromDateTime(day.UtcDateTime),
        Starts = new TimeOnly(Starts, 0),
        Ends = new TimeOnly(Ends, 0),
        BreakMinutes = 20,
        HeadCount = HeadCount,
        Level = LevelAsked.Licensed,
        Site = "Bâtiment principal, accueil",
        Reason = "Arrêt maladie imprévu",
        PayBasis = PayBasis.Requisition,
        ContactName = "Cadre de garde",
        ContactPhone = "02 98 00 00 00",
        Instructions = "Badge à l’accueil, tenue fournie, repas offert.",
        Filling = Filling.FirstSuitable,
    };
}
