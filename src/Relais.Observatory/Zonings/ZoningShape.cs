using System.Globalization;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Zonings;

/// <summary>
/// The zoning file of Atlasanté (<c>com_code, zmed_niveau, zide_niveau…, …_date_arrete</c>), an export of C@rtoSanté
/// (<c>Code;Libellé;Zonage infirmiers</c> under two lines of title), or <c>commune,zone</c> for general practitioners.
/// </summary>
internal sealed class ZoningShape : IDatasetShape
{
    private static readonly (CareProfession Profession, string[] Columns, string? Decided)[] Known =
    [
        (CareProfession.GeneralPractitioner, ["zmed_niveau", "Zonage médecins", "zonage", "zone"], "zmed_date_arrete"),
        (CareProfession.Nurse, ["zide_niveau", "Zonage infirmiers"], "zide_date_arrete"),
        (CareProfession.Physiotherapist, ["zmk_niveau", "Zonage masseurs-kinésithérapeutes"], "zmk_date_arrete"),
        (CareProfession.Dentist, ["zdent_niveau", "Zonage chirurgiens-dentistes"], "zdent_date_arrete"),
        (CareProfession.Midwife, ["zsf_niveau", "Zonage sages-femmes"], "zsf_date_arrete"),
    ];

    public DatasetKind Kind => DatasetKind.Zoning;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation) => Task.FromResult(Read(file, communes, bad));

    private static IDatasetContent Read(Stream file, CommuneTable communes, BadLines bad)
    {
        using var rows = new CommuneRows(file, communes, bad);
        var code = rows.Required("com_code", "commune", "code", "code_insee");
        var zonings = Known
            .Select(known => (known.Profession, Zone: rows.Optional(known.Columns), Decided: known.Decided is { } name ? rows.Optional(name) : null))
            .Where(known => known.Zone is not null)
            .ToList();
        if (zonings.Count is 0)
        {
            throw new WrongShapeException(1, "no column of zones is in the header: zmed_niveau, zide_niveau, zmk_niveau, zdent_niveau, zsf_niveau or zone");
        }

        var lines = new Dictionary<(CareProfession Profession, CommuneIndex Commune), (string Zone, DateOnly? On)>();
        while (rows.Next())
        {
            if (!rows.TryCommune(code, out var commune))
            {
                continue;
            }

            foreach (var (profession, zone, decided) in zonings)
            {
                if (NameOf(rows[zone!.Value]) is { } name)
                {
                    lines[(profession, commune.Index)] = (name, DayOf(decided is { } column ? rows[column] : []));
                }
            }
        }

        return new Content(communes, lines, rows.Count);
    }

    /// <summary>« 1_ZIP » sorts and « ZIP » is read; « NC » is not classed.</summary>
    private static string? NameOf(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 || text.StartsWith("NC", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var underscore = text.IndexOf('_');
        return (underscore > 0 && !text[..underscore].ContainsAnyExceptInRange('0', '9') ? text[(underscore + 1)..] : text).ToString();
    }

    private static DateOnly? DayOf(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, ["dd/MM/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed class Content(CommuneTable communes, Dictionary<(CareProfession Profession, CommuneIndex Commune), (string Zone, DateOnly? On)> zones, long lines) : IDatasetContent
    {
        public long Lines => lines;

        public long Kept => zones.Count;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) => db.BulkInsertAsync(
            "zoning_line",
            ["dataset_id", "profession", "commune_code", "zone", "decided_on"],
            zones.Select(line => new object?[] { dataset, line.Key.Profession.ToString(), communes[line.Key.Commune].Code.Value, line.Value.Zone, line.Value.On }),
            cancellation);
    }
}
