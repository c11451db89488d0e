using System.Text.RegularExpressions;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Statistics;

/// <summary><c>code</c> and one or more of <see cref="StatisticColumns"/>: an empty cell is a figure that the source does not give.</summary>
internal sealed partial class StatisticShape : IDatasetShape
{
    public DatasetKind Kind => DatasetKind.Statistics;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation) => Task.FromResult(Read(file, communes, bad));

    private static IDatasetContent Read(Stream file, CommuneTable communes, BadLines bad)
    {
        using var rows = new CommuneRows(file, communes, bad);
        var (code, people, scenario) = (rows.Required("code", "commune", "com_code", "code_insee"), rows.Optional("population"), rows.Optional("scenario"));
        var columns = Columns(rows);
        var (content, seen) = (new StatisticContent(communes), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        while (rows.Next())
        {
            if (!rows.TryCommune(code, out var commune))
            {
                continue;
            }

            if (!seen.Add(rows[code].ToString()))
            {
                rows.Reject($"the commune '{rows[code]}' has a line already");
            }
            else if (rows.TryNumber(people, "people", out var here) && IsOfOneScenario(rows, scenario, content) && Figures(rows, columns) is { } figures)
            {
                content.Add(commune.Index, figures, here is > 0 and { } inhabitants ? inhabitants : 1);
            }
        }

        content.Lines = rows.Count;
        return content;
    }

    /// <exception cref="WrongShapeException">None is known, or one has not the column that it is counted over.</exception>
    private static List<Place> Columns(CommuneRows rows)
    {
        if (rows.Names.FirstOrDefault(name => ProjectedYear().IsMatch(name) && StatisticColumns.All.All(column => !name.Equals(column.Name, StringComparison.OrdinalIgnoreCase))) is { } year)
        {
            throw new WrongShapeException(1, $"'{year}' is of a year that is not read: {string.Join(", ", StatisticColumns.Horizons)}");
        }

        var places = StatisticColumns.All.Where(column => rows.Optional(column.Name) is not null)
            .Select(column => new Place(column, rows.Required(column.Name), column.Over is { } over ? rows.Required(over) : null)).ToList();
        return places.Count > 0 ? places : throw new WrongShapeException(1, $"no column that is known is in the header: {string.Join(", ", StatisticColumns.All.Select(column => column.Name))}");
    }

    /// <summary>The figures of the line at hand; nothing when one of them cannot be read.</summary>
    private static List<(StatisticColumn Column, double Amount, double? Over)>? Figures(CommuneRows rows, List<Place> places)
    {
        var figures = new List<(StatisticColumn, double, double?)>();
        foreach (var place in places)
        {
            if (!rows.TryNumber(place.Amount, place.Column.Name, out var amount) || !rows.TryNumber(place.Over, place.Column.Over ?? "", out var over))
            {
                return null;
            }

            if (amount > place.Column.Most || (over is not null && amount > over))
            {
                rows.Reject(over is null ? $"{place.Column.Name} is more than {place.Column.Most}" : $"{place.Column.Name} is more than {place.Column.Over}");
                return null;
            }

            // A part of nobody, or of nobody knows how many, is no figure.
            if (amount is { } known && (place.Over is null || over > 0))
            {
                figures.Add((place.Column, known, over));
            }
        }

        return figures;
    }

    private static bool IsOfOneScenario(CommuneRows rows, int? column, StatisticContent content)
    {
        if (column is not { } at || rows[at] is not { Length: > 0 } text)
        {
            return true;
        }

        content.Scenario ??= text.ToString();
        if (text.SequenceEqual(content.Scenario))
        {
            return true;
        }

        rows.Reject($"the scenario is '{text}' and that of the lines above '{content.Scenario}': give each its file");
        return false;
    }

    [GeneratedRegex(@"^population_(19|20|21)\d{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectedYear();

    private sealed record Place(StatisticColumn Column, int Amount, int? Over);
}
