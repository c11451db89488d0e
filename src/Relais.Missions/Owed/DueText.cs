using System.Globalization;
using Relais.Design.Display;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;

namespace Relais.Missions.Owed;

/// <summary>Says a sum in words, the same on every page and paper.</summary>
internal sealed class DueText(Words t)
{
    public string Sum(Due due) => due.Cents is { } cents ? Money(cents, due.Currency) : due.Kind is DueKind.Unpaid ? Money(0, due.Currency) : t["à fixer"];

    /// <summary>As a spreadsheet adds it; nothing while it is to be settled.</summary>
    public static Cell Amount(Due due) => due.Cents is { } cents ? new Cell.Money(cents, due.Currency) : due.Kind is DueKind.Unpaid ? new Cell.Money(0, due.Currency) : Cell.None;

    public static string Money(long cents, string currency) => new Cell.Money(cents, currency).Say(CultureInfo.CurrentCulture);

    public string What(Due due) => due.Kind switch
    {
        DueKind.Unpaid => t["Mission bénévole"],
        DueKind.Added => due.Label,
        _ => t["Heures de mission"],
    };

    public string PayerOf(Due due) => due.Payer is Payer.HealthInsurance ? t["L’assurance maladie, sur le bordereau signé par l’établissement"] : t["L’établissement"];

    /// <summary>« 8 h 00 à 24,00 € + 2 h 00 à 36,00 € »; empty for what is not made of hours.</summary>
    public string Parts(Due due) => string.Join(" + ", due.Parts.Select(part => t["{0} h {1:00} à {2} l’heure", part.Minutes / 60, part.Minutes % 60, Money(part.HourlyCents, due.Currency)].Value));

    public string State(DueLine line) => line.State switch
    {
        DueState.Paid => t["Payée le {0}", Day(line.Due.PaidOn!.Value)],
        DueState.Contested => t["Contestée le {0}", Day(line.Mission.DayOf(line.Waiting!.MadeAt))],
        DueState.Late => t["En retard : attendue le {0}", Day(line.Due.ExpectedOn!.Value)],
        DueState.Expected => t["À venir : attendue le {0}", Day(line.Due.ExpectedOn!.Value)],
        DueState.NoRate => t["Aucun tarif publié : l’établissement doit fixer la somme"],
        _ => t["Rien n’est dû"],
    };

    public static Tone ToneOf(DueState state) => state switch
    {
        DueState.Paid => Tone.Good,
        DueState.Expected => Tone.Waiting,
        DueState.Nothing => Tone.Quiet,
        _ => Tone.Bad,
    };

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
