using System.Globalization;
using Relais.Design.Charts;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Figures;

namespace Relais.Reinforcement.PublicReports;

/// <summary>A report in words and tables, as its preview and its page show it.</summary>
internal sealed class ReportView(string place, DateOnly first, DateOnly last, PublicFigures figures, Words t)
{
    public PublicFigures Figures => figures;

    public string Title => t["Renforts en santé : {0}, {1}", place, PeriodOf(first, last, t)];

    public int? Share => figures is { Came: { } came, Asked: > 0 } ? (int)Math.Round(100.0 * came.Filled / figures.Asked) : null;

    public string Hidden => t["secret statistique"];

    public string FirstYes => DelayText.Say(figures.FirstYesMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, t);

    /// <summary>Nothing when a line is hidden: the others alone would look like the whole.</summary>
    public IReadOnlyList<Bar> ProfessionBars => figures.Professions.Any(line => line.Came is null) ? [] : [.. figures.Professions.Select(line => new Bar(t[line.Name], line.Came!.Filled, line.Asked))];

    public Sheet Professions => Sheet(t["Par métier"], t["Métier"], figures.Professions, line => t[line.Name]);

    public Sheet Departments => Sheet(t["Par département"], t["Département"], figures.Departments, line => line.Name);

    public bool HidesSome => figures.Came is null || figures.Professions.Concat(figures.Departments).Any(line => line.Came is null);

    /// <param name="name">As the address says it.</param>
    public Sheet? SheetOf(string? name) => name switch
    {
        "metiers" => Professions,
        "departements" => Departments,
        _ => null,
    };

    /// <summary>« mars 2026 », « mars 2026 à mai 2026 ».</summary>
    public static string PeriodOf(DateOnly first, DateOnly last, Words t) => first == last ? Month(first) : t["{0} à {1}", Month(first), Month(last)];

    private static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    private Sheet Sheet(string title, string head, IReadOnlyList<PublicLine> lines, Func<PublicLine, string> name) => new(
        title,
        [new(head, 2), new(t["Places demandées"], IsNumber: true), new(t["Pourvues"], IsNumber: true), new(t["Personnes venues"], IsNumber: true)],
        [.. lines.Select(line => (IReadOnlyList<Cell>)[new Cell.Text(name(line)), new Cell.Number(line.Asked), Or(line.Came?.Filled), Or(line.Came?.People)])]);

    private Cell Or(int? published) => published is { } number ? new Cell.Number(number) : new Cell.Text(Hidden);
}
