using System.Globalization;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Zonings;

/// <summary>
/// The zoning file of Atlasanté (<c>com_code, zmed_niveau, zide_niveau…, …_date_arrete</c>), an export of C@rtoSanté
/// (<c>Code;Libellé;Zonage infirmiers</c> under two lines of title), <c>commune,zone</c> for general practitioners, or a list of
/// intercommunalities (<c>epci[,zone]</c>): the red zones. A column <c>zoning</c> gives the zoning a name of its own.
/// </summary>
internal sealed class ZoningShape : IDatasetShape
{
    /// <summary>What a bare list of intercommunalities is: no other zoning is drawn so.</summary>
    public const string RedZones = "Zones rouges de la solidarité territoriale", RedZone = "zone rouge";

    private static readonly (CareProfession Profession, string[] Columns, string Decided)[] Known =
    [
        (CareProfession.GeneralPractitioner, ["zmed_niveau", "Zonage médecins", "zonage", "zone"], "zmed_date_arrete"),
        (CareProfession.Nurse, ["zide_niveau", "Zonage infirmiers"], "zide_date_arrete"),
        (CareProfession.Physiotherapist, ["zmk_niveau", "Zonage masseurs-kinésithérapeutes"], "zmk_date_arrete"),
        (CareProfession.Dentist, ["zdent_niveau", "Zonage chirurgiens-dentistes"], "zdent_date_arrete"),
        (CareProfession.Midwife, ["zsf_niveau", "Zonage sages-femmes"], "zsf_date_arrete"),
    ];

    public DatasetKind Kind => DatasetKind.Zoning;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation)
    {
        using var rows = new CommuneRows(file, communes, bad);
        return Task.FromResult<IDatasetContent>(rows.Optional("com_code", "commune", "code", "code_insee") is { } commune ? OfCommunes(rows, commune, communes)
            : rows.Optional("epci") is { } epci ? OfEpci(rows, epci, communes)
            : throw new WrongShapeException(1, "neither the column 'com_code' nor 'epci' is in the header"));
    }

    private static Content OfCommunes(CommuneRows rows, int code, CommuneTable communes)
    {
        var named = rows.Optional("zoning", "nom_zonage");
        var zonings = Known
            .Select(known => (known.Profession, Zone: rows.Optional(known.Columns), Decided: rows.Optional(known.Decided, "date_arrete")))
            .Where(known => known.Zone is not null)
            .ToList();
        if (zonings.Count is 0)
        {
            throw new WrongShapeException(1, "no column of zones is in the header: zmed_niveau, zide_niveau, zmk_niveau, zdent_niveau, zsf_niveau or zone");
        }

        var zones = new Dictionary<(CareProfession Profession, CommuneIndex Commune), DrawnZone>();
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
                    zones[(profession, commune.Index)] = new DrawnZone(name, TextOf(rows, named), DayOf(decided is { } column ? rows[column] : []));
                }
            }
        }

        return new Content(communes, zones, rows.Count);
    }

    /// <summary>All the communes that the intercommunality has today.</summary>
    private static Content OfEpci(CommuneRows rows, int epci, CommuneTable communes)
    {
        var (zone, named, decided) = (rows.Optional("zone", "zonage"), rows.Optional("zoning", "nom_zonage"), rows.Optional("date_arrete"));
        var members = communes.All.Where(commune => commune.Epci is not null).ToLookup(commune => commune.Epci!);
        var zones = new Dictionary<(CareProfession Profession, CommuneIndex Commune), DrawnZone>();
        while (rows.Next())
        {
            if (Siren.Parse(rows[epci].ToString()).Value is not { } siren || !members.Contains(siren))
            {
                rows.Reject($"no intercommunality has the number '{rows[epci]}'");
                continue;
            }

            if ((zone is { } column ? NameOf(rows[column]) : RedZone) is { } name)
            {
                var drawn = new DrawnZone(name, TextOf(rows, named) ?? RedZones, DayOf(decided is { } day ? rows[day] : []));
                foreach (var commune in members[siren])
                {
                    zones[(CareProfession.GeneralPractitioner, commune.Index)] = drawn;
                }
            }
        }

        return new Content(communes, zones, rows.Count);
    }

    private static string? TextOf(CommuneRows rows, int? column) => column is { } at && rows[at] is { Length: > 0 } text ? text.ToString() : null;

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

    /// <param name="Name">Of the zone.</param>
    /// <param name="Zoning">Of the zoning, where it has one of its own.</param>
    private sealed record DrawnZone(string Name, string? Zoning, DateOnly? On);

    private sealed class Content(CommuneTable communes, Dictionary<(CareProfession Profession, CommuneIndex Commune), DrawnZone> zones, long lines) : IDatasetContent
    {
        public long Lines => lines;

        public long Kept => zones.Count;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) => db.BulkInsertAsync(
            "zoning_line",
            ["dataset_id", "profession", "commune_code", "zone", "decided_on", "zoning"],
            zones.Select(line => new object?[] { dataset, line.Key.Profession.ToString(), communes[line.Key.Commune].Code.Value, line.Value.Name, line.Value.On, line.Value.Zoning }),
            cancellation);
    }
}
