using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Published;

/// <summary>
/// The workbook that DREES publishes each year (data.drees, « L’accessibilité potentielle localisée »): a sheet a year, some
/// lines of title, a header, a line of units, communes, notes. The unit is read before anything is kept: figures of another
/// unit are refused.
/// </summary>
internal sealed class PublishedAplShape : IDatasetShape
{
    private static readonly string[] UnitsOfVisits = ["c/an/hab", "consultations"];
    private static readonly string[] UnitsOfPosts = ["etp", "équivalents temps plein"];

    public DatasetKind Kind => DatasetKind.PublishedApl;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation) => Task.FromResult(Read(file, communes, bad));

    private static IDatasetContent Read(Stream file, CommuneTable communes, BadLines bad)
    {
        using var workbook = XlsxReading.TryOpen(file) ?? throw new WrongShapeException(1, "the file is not an XLSX workbook");
        var content = new Content(communes);
        foreach (var sheet in workbook.Names.Where(name => WorkbookColumns.YearOf(name) is not null))
        {
            ReadSheet(workbook, sheet, WorkbookColumns.YearOf(sheet)!.Value, communes, content, bad);
        }

        return content.Lines > 0 ? content : throw new WrongShapeException(1, "no sheet named 'APL 2023' (or another year) holds communes");
    }

    private static void ReadSheet(XlsxReading workbook, string sheet, int year, CommuneTable communes, Content content, BadLines bad)
    {
        WorkbookColumns? columns = null;
        var isUnitRead = false;
        foreach (var (number, row) in workbook.Rows(sheet))
        {
            if (columns is null)
            {
                columns = WorkbookColumns.Find(row);
                continue;
            }

            var code = columns.Code < row.Count ? row[columns.Code].Trim() : "";
            if (code.Length is 0 && !isUnitRead)
            {
                isUnitRead = true;
                ExpectUnit(row, columns, sheet, number);
                continue;
            }

            // Notes stand under the communes: they have a text where a code should be, or nothing.
            if (code.Length is 0 || code.Length > 5)
            {
                continue;
            }

            content.Read(code, year, columns, row, number, sheet, communes, bad);
        }

        if (columns is null)
        {
            throw new WrongShapeException(9, $"the sheet '{sheet}' has no header with the code of the commune, the APL and the two populations");
        }
    }

    private static void ExpectUnit(IReadOnlyList<string> row, WorkbookColumns columns, string sheet, int number)
    {
        var unit = columns.Apl < row.Count ? row[columns.Apl].Trim() : "";
        var expected = columns.Profession is CareProfession.GeneralPractitioner ? UnitsOfVisits : UnitsOfPosts;
        if (unit.Length > 0 && !expected.Any(known => unit.Contains(known, StringComparison.OrdinalIgnoreCase)))
        {
            throw new WrongShapeException(number, $"the unit of the APL in the sheet '{sheet}' is '{unit}', which is not the one that is known ({string.Join(", ", expected)})");
        }
    }

    private sealed class Content(CommuneTable communes) : IDatasetContent
    {
        private readonly Dictionary<(CareProfession Profession, int Year, CommuneIndex Commune), PublishedSums> _lines = [];

        public long Lines { get; private set; }

        public long Kept => _lines.Count;

        public void Read(string code, int year, WorkbookColumns columns, IReadOnlyList<string> row, int number, string sheet, CommuneTable table, BadLines bad)
        {
            Lines++;
            if (CommuneCode.Parse(code).Value is not { } read || !table.TryFind(read, out var commune))
            {
                bad.Add(number, $"sheet '{sheet}': no commune has the code '{code}'");
                return;
            }

            if (WorkbookColumns.Number(row, columns.Standardised) is not { } standardised || WorkbookColumns.Number(row, columns.People) is not { } people)
            {
                bad.Add(number, $"sheet '{sheet}': a population of '{code}' is missing or is no number");
                return;
            }

            var key = (columns.Profession, year, commune.Index);
            if (!_lines.TryGetValue(key, out var sums))
            {
                _lines[key] = sums = new PublishedSums();
            }

            sums.Add([.. new int?[] { columns.Apl, columns.To65, columns.To62, columns.To60 }.Select(column => WorkbookColumns.Number(row, column))], standardised, people);
        }

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) => db.BulkInsertAsync(
            "published_apl_line",
            ["dataset_id", "profession", "year", "commune_code", "apl", "to65", "to62", "to60", "standardised", "people"],
            _lines.Select(line => new object?[]
            {
                dataset, line.Key.Profession.ToString(), line.Key.Year, communes[line.Key.Commune].Code.Value,
                line.Value.Mean(0), line.Value.Mean(1), line.Value.Mean(2), line.Value.Mean(3), line.Value.Standardised, line.Value.People,
            }),
            cancellation);
    }
}
