using System.Globalization;
using Relais.Kernel.Identifiers;

namespace Relais.Observatory.WhatIf;

/// <summary>What somebody thinks of doing.</summary>
internal enum PlannedAct
{
    /// <summary>Practitioners who settle, in full-time equivalents.</summary>
    Settling,

    /// <summary>Practitioners who leave, in full-time equivalents.</summary>
    Leaving,

    /// <summary>Advanced consultations, in days a month over all volunteers.</summary>
    ConsultationDays,

    /// <summary>All who are 60 or over in the territory leave; the number counts for nothing.</summary>
    Retirement,
}

/// <summary>One act at one place: <c>56066:jours:2</c> in an address.</summary>
/// <param name="Commune">Where; nothing for what concerns the whole territory.</param>
/// <param name="Quantity">More than zero, no more than <see cref="MostQuantity"/>.</param>
internal sealed record PlannedChange(CommuneCode? Commune, PlannedAct Act, double Quantity)
{
    public const double MostQuantity = 1_000;

    private static readonly (PlannedAct Act, string Word)[] Words =
        [(PlannedAct.Settling, "arrivee"), (PlannedAct.Leaving, "depart"), (PlannedAct.ConsultationDays, "jours"), (PlannedAct.Retirement, "retraites")];

    public static PlannedChange? Read(string text)
    {
        if (text.Split(':') is not [var place, var word, var number]
            || Words.FirstOrDefault(known => known.Word == word) is not { Word: not null } found
            || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity) || quantity is not (> 0 and <= MostQuantity))
        {
            return null;
        }

        return found.Act is PlannedAct.Retirement
            ? place is "" ? new PlannedChange(null, found.Act, 1) : null
            : CommuneCode.Parse(place).Value is { } commune ? new PlannedChange(commune, found.Act, quantity) : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Commune?.Value}:{Words.Single(known => known.Act == Act).Word}:{Quantity:0.##}");
}

/// <summary>Acts that are done together: <c>56066:jours:2,29018:arrivee:1</c>.</summary>
internal sealed record PlannedScenario(IReadOnlyList<PlannedChange> Changes)
{
    public const int MostChanges = 20;

    /// <summary>The scenario of an address; what cannot be read is left out, and an empty one is nothing.</summary>
    public static PlannedScenario? Read(string? text)
    {
        var changes = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(PlannedChange.Read).OfType<PlannedChange>().Take(MostChanges).ToList();
        return changes.Count is 0 ? null : new PlannedScenario(changes);
    }

    public PlannedScenario With(PlannedChange change) => new([.. Changes, change]);

    public override string ToString() => string.Join(',', Changes);
}
