using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Bench.Needs;

/// <summary>The needs that are measured.</summary>
internal static class Asked
{
    public static readonly (string Name, string Commune, string Cell, int Level)[] Cases =
    [
        ("a dense place: general nurse, Rennes", "35238", "nurse.general", 0),
        ("a rural place: nurse of geriatrics, Carhaix", "29024", "nurse.geriatrics", 0),
        ("verified hospital nurse, Brest", "29019", "nurse.intensive-care", 4),
        ("nobody fits: general nurse, Saint-Barthélemy", "97701", "nurse.general", 0),
    ];

    /// <summary>By day, eight hours, from that instant on.</summary>
    public static Need Need(string commune, string cell, DateTimeOffset startsAt, int level = 0) => new()
    {
        Finess = Finess.Stored("290000017"),
        CommuneCode = CommuneCode.Stored(commune),
        Site = "Bâtiment B",
        Cell = ProfessionUnit.Find(cell)!,
        Level = level,
        HeadCount = 7,
        StartsAt = startsAt,
        EndsAt = startsAt.AddHours(8),
        TimeZone = "Europe/Paris",
        BreakMinutes = 30,
        Reason = "Trois arrêts maladie",
        Urgency = Urgency.Immediate,
        PayBasis = PayBasis.Unpaid,
        Lodging = false,
        ContactName = "Cadre de garde",
        ContactPhone = "02 98 00 00 00",
        Instructions = "",
        Filling = Filling.FirstSuitable,
        CreatedAt = startsAt.AddDays(-1),
    };

    /// <summary>The day after tomorrow, from 8 h to 16 h in Paris in winter.</summary>
    public static DateTimeOffset Soon(TimeProvider clock) => new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(2).AddHours(7);
}
