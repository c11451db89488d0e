using System.Globalization;
using Relais.Design.Charts;
using Relais.Documents;
using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Figures;

/// <summary>Figures as a page draws them: each chart with the sheet that says the same.</summary>
internal sealed class FiguresView(FigureFilter filter, NeedFigures figures, string placeName, Words t)
{
    private const int MostBars = 12;

    public FigureFilter Filter => filter;

    public NeedFigures Figures => figures;

    public string PlaceName => placeName;

    public IReadOnlyList<string> WeekLabels => [.. figures.Weeks.Select(week => week.Week.ToString("d MMM", CultureInfo.CurrentCulture))];

    public IReadOnlyList<ChartSeries> Posts =>
        [new(t["Places pourvues"], [.. figures.Weeks.Select(week => (double)week.Tally.Filled)]), new(t["Places libres"], [.. figures.Weeks.Select(week => (double)week.Tally.Open)])];

    public IReadOnlyList<ChartSeries> Delays => [new(t["Heures jusqu’au premier oui"], [.. figures.Weeks.Select(week => week.Tally.FirstYes?.TotalHours ?? 0)])];

    public IReadOnlyList<Bar> ProfessionBars => Bars(figures.Professions);

    public IReadOnlyList<Bar> PlaceBars => Bars(figures.Places);

    public Sheet WeekSheet => Sheet(t["Par semaine"], t["Semaine du"], figures.Weeks.Select(week => ((Cell)new Cell.Day(week.Week), week.Tally)));

    public Sheet ProfessionSheet => Sheet(t["Par métier"], t["Métier"], figures.Professions.Select(group => ((Cell)new Cell.Text(group.Name), group.Tally)));

    public Sheet PlaceSheet => Sheet(t["Par lieu"], placeName, figures.Places.Select(group => ((Cell)new Cell.Text(group.Name), group.Tally)));

    /// <param name="name">As the address says it.</param>
    public Sheet? SheetOf(string? name) => name switch
    {
        "semaines" => WeekSheet,
        "metiers" => ProfessionSheet,
        "lieux" => PlaceSheet,
        _ => null,
    };

    public string Delay(TimeSpan? delay) => DelayText.Say(delay, t);

    private static IReadOnlyList<Bar> Bars(IEnumerable<(string Name, Tally Tally)> groups) =>
        [.. groups.Take(MostBars).Select(group => new Bar(group.Name, group.Tally.Filled, group.Tally.Posts))];

    private Sheet Sheet(string title, string first, IEnumerable<(Cell Head, Tally Tally)> rows) => new(
        title,
        [new(first, 2), new(t["Places"], IsNumber: true), new(t["Pourvues"], IsNumber: true), new(t["Libres"], IsNumber: true), new(t["Premier oui, en heures (médiane)"], 1.5, IsNumber: true)],
        [
            .. rows.Select(row => (IReadOnlyList<Cell>)
            [
                row.Head, new Cell.Number(row.Tally.Posts), new Cell.Number(row.Tally.Filled), new Cell.Number(row.Tally.Open),
                row.Tally.FirstYes is { } delay ? new Cell.Number(decimal.Round((decimal)delay.TotalHours, 1)) : Cell.None,
            ]),
        ]);
}
