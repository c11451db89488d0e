using System.Globalization;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Missions.Owed;
using Relais.Territory.Contracts;

namespace Relais.Missions.Statement;

/// <summary>
/// What an establishment has had done in a month and what is owed for it. One sheet: the page, the paper and both files
/// are made of it.
/// </summary>
internal sealed class MonthStatement(DueBook dues, IFacilities facilities, DueText text, HoursText when, Words t)
{
    public async Task<StatementOfMonth?> FindAsync(Finess finess, DateOnly month, CancellationToken cancellation) =>
        await facilities.FindAsync(finess, cancellation) is { } facility
            ? Of(facility, month, await dues.OfMonthAsync(finess, month, cancellation))
            : null;

    private StatementOfMonth Of(FacilitySummary facility, DateOnly month, IReadOnlyList<DueLine> lines)
    {
        var missions = lines.DistinctBy(line => line.Mission.Id).ToList();
        var minutes = missions.Sum(line => line.Hours.PaidMinutes);
        var title = t["Relevé de {0}", month.ToString("MMMM yyyy", CultureInfo.CurrentCulture)];
        IReadOnlyList<Fact> facts =
        [
            new(t["Établissement"], $"{facility.Name}, {t["FINESS {0}", facility.Number.Printed].Value}"),
            new(t["Missions"], missions.Count.ToString(CultureInfo.CurrentCulture)),
            new(t["Personnes"], missions.Select(line => line.Mission.PersonId).Distinct().Count().ToString(CultureInfo.CurrentCulture)),
            new(t["Heures validées"], t["{0} h {1:00}", minutes / 60, minutes % 60]),
            new(t["Somme due"], DueText.Money(lines.Sum(line => (long)(line.Due.Cents ?? 0)), Due.Euro), IsStrong: true),
            new(t["Dont notée payée"], DueText.Money(lines.Where(line => line.Due.PaidOn is not null).Sum(line => (long)line.Due.Cents!.Value), Due.Euro)),
        ];
        return new StatementOfMonth
        {
            Month = month,
            Title = title,
            Facts = facts,
            People = [.. lines.Select(line => line.Mission.PersonId).Distinct()],
            Sheet = new Sheet(title, Columns(), [.. lines.Select(Row)]),
            WithoutRate = lines.Count(line => line.State is DueState.NoRate),
            ChangedAt = lines.Count > 0 ? lines.Max(line => line.Due.PaidNotedAt ?? line.Due.StatedAt) : new DateTimeOffset(month.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        };
    }

    private IReadOnlyList<Column> Columns() =>
    [
        new(t["Personne"], 1.6), new(t["Fonction"], 1.8), new(t["Service fait"], 2.6), new(t["Heures"], 0.8, IsNumber: true), new(t["Pour"], 1.5),
        new(t["Somme brute"], 1.1, IsNumber: true), new(t["Qui paie"], 1.5), new(t["État"], 1.7),
    ];

    /// <summary>Hours stand in the line that pays them: a sum added to them counts none twice.</summary>
    private IReadOnlyList<Cell> Row(DueLine line) =>
    [
        new Cell.Text(line.Name),
        new Cell.Text(t[line.Mission.Task]),
        new Cell.Text(when.SayInFull(line.Hours.StartsAt, line.Hours.EndsAt, line.Mission.TimeZone)),
        line.Due.Kind is DueKind.Added ? Cell.None : new Cell.Number(decimal.Round(line.Hours.PaidMinutes / 60m, 2)),
        new Cell.Text(text.What(line.Due)),
        line.Due.Cents is { } cents ? new Cell.Money(cents, line.Due.Currency) : Cell.None,
        new Cell.Text(text.PayerOf(line.Due)),
        new Cell.Text(text.State(line)),
    ];
}
