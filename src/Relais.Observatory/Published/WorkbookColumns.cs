using System.Globalization;
using System.Text.RegularExpressions;
using Relais.Kernel.Text;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Published;

/// <summary>Where the columns of a sheet « APL 2023 » are. Headers change a little each year, have trailing spaces and lines of their own.</summary>
internal sealed partial record WorkbookColumns(CareProfession Profession, int Code, int Apl, int? To65, int? To62, int? To60, int Standardised, int People)
{
    private static readonly (CareProfession Profession, string Mark)[] Marks =
    [
        (CareProfession.GeneralPractitioner, "generalistes"),
        (CareProfession.Nurse, "infirmi"),
        (CareProfession.Physiotherapist, "kinesitherapeutes"),
        (CareProfession.Dentist, "dentistes"),
        (CareProfession.Midwife, "sages-femmes"),
    ];

    /// <returns>Nothing when this row is not the header.</returns>
    public static WorkbookColumns? Find(IReadOnlyList<string> row)
    {
        var names = row.Select(Plain).ToList();
        var code = names.FindIndex(name => name.StartsWith("code commune", StringComparison.Ordinal) || name is "commune code");
        if (code < 0)
        {
            return null;
        }

        var columns = names.Index().Where(column => column.Item.StartsWith("apl ", StringComparison.Ordinal)).ToList();
        if (columns.Count is 0 || Marks.FirstOrDefault(mark => columns[0].Item.Contains(mark.Mark, StringComparison.Ordinal)) is not { Mark: not null } found)
        {
            return null;
        }

        var (standardised, people) = (names.FindIndex(name => name.StartsWith("population standardisee", StringComparison.Ordinal)), names.FindIndex(name => name.StartsWith("population totale", StringComparison.Ordinal)));
        return standardised < 0 || people < 0
            ? null
            : new WorkbookColumns(found.Profession, code, columns[0].Index, Aged(columns, "65"), Aged(columns, "62"), Aged(columns, "60"), standardised, people);
    }

    /// <summary>The year of « APL 2023 »; nothing for another sheet.</summary>
    public static int? YearOf(string sheet) => YearName().Match(sheet) is { Success: true } match ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Reads one row; nothing when it is a note and not a commune.</summary>
    public static double? Number(IReadOnlyList<string> row, int? column) =>
        column is { } at && at < row.Count && Decimals.TryRead(row[at].Trim(), out var value) && value >= 0 ? Math.Round(value, 6) : null;

    private static int? Aged(IReadOnlyList<(int Index, string Item)> columns, string age) =>
        columns.Where(column => column.Item.Contains($"{age} ans", StringComparison.Ordinal)).Select(column => (int?)column.Index).FirstOrDefault();

    /// <summary>Without accents, capitals or repeated spaces.</summary>
    private static string Plain(string text) => Spaces().Replace(SearchKey.From(text), " ");

    [GeneratedRegex(@"^APL (?<year>\d{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearName();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
