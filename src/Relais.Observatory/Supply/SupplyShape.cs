using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Supply;

/// <summary><c>commune,profession,practitioners[,acts][,over_55][,over_60][,over_65][,supervisors]</c>: lines of one commune and profession add up.</summary>
internal sealed class SupplyShape : IDatasetShape
{
    public DatasetKind Kind => DatasetKind.Supply;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation) => Task.FromResult(Read(file, communes, bad));

    private static IDatasetContent Read(Stream file, CommuneTable communes, BadLines bad)
    {
        using var rows = new CommuneRows(file, communes, bad);
        var (commune, profession, practitioners) = (rows.Required("commune", "code"), rows.Required("profession"), rows.Required("practitioners"));
        var acts = rows.Optional("acts");
        int?[] ages = [rows.Optional("over_55"), rows.Optional("over_60"), rows.Optional("over_65")];
        var supervisors = rows.Optional("supervisors");
        var lines = new Dictionary<(CareProfession Profession, CommuneIndex Commune), Sums>();

        while (rows.Next())
        {
            if (ReadLine(rows, commune, profession, practitioners, acts, ages, supervisors) is { } line)
            {
                lines[line.Key] = lines.TryGetValue(line.Key, out var before) ? before.Plus(line.Sums) : line.Sums;
            }
        }

        return new Content(communes, lines, rows.Count);
    }

    private static ((CareProfession Profession, CommuneIndex Commune) Key, Sums Sums)? ReadLine(
        CommuneRows rows, int commune, int profession, int practitioners, int? acts, int?[] ages, int? supervisors)
    {
        if (!rows.TryCommune(commune, out var where))
        {
            return null;
        }

        if (ProfessionWords.Read(rows[profession]) is not { } who)
        {
            rows.Reject($"'{rows[profession]}' is not one of {string.Join(", ", Enum.GetValues<CareProfession>().Select(ProfessionWords.CodeOf))}");
            return null;
        }

        if (!rows.TryNumber(practitioners, "practitioners", out var heads) || !rows.TryNumber(acts, "acts", out var done)
            || !rows.TryNumber(ages[0], "people", out var over55) || !rows.TryNumber(ages[1], "people", out var over60) || !rows.TryNumber(ages[2], "people", out var over65)
            || !rows.TryNumber(supervisors, "supervisors", out var trainers))
        {
            return null;
        }

        if (heads is null)
        {
            rows.Reject("the number of practitioners is missing");
            return null;
        }

        if ((over55 is null) != (over60 is null) || (over60 is null) != (over65 is null))
        {
            rows.Reject("over_55, over_60 and over_65 go together");
            return null;
        }

        if (over55 > Math.Ceiling(heads.Value) || over60 > over55 || over65 > over60)
        {
            rows.Reject("more people of an age than there are practitioners, or than there are of a lower age");
            return null;
        }

        if (trainers > Math.Ceiling(heads.Value))
        {
            rows.Reject("more supervisors than there are practitioners");
            return null;
        }

        return ((who, where.Index), new Sums(heads.Value, done, (int?)over55, (int?)over60, (int?)over65, (int?)trainers));
    }

    private sealed record Sums(double Practitioners, double? Acts, int? Over55, int? Over60, int? Over65, int? Supervisors)
    {
        public Sums Plus(Sums other) => new(Practitioners + other.Practitioners, Acts + other.Acts, Over55 + other.Over55, Over60 + other.Over60, Over65 + other.Over65, Supervisors + other.Supervisors);
    }

    private sealed class Content(CommuneTable communes, Dictionary<(CareProfession Profession, CommuneIndex Commune), Sums> sums, long lines) : IDatasetContent
    {
        public long Lines => lines;

        public long Kept => sums.Count;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) => db.BulkInsertAsync(
            "supply_line",
            ["dataset_id", "profession", "commune_code", "practitioners", "acts", "over55", "over60", "over65", "supervisors"],
            sums.OrderBy(line => line.Key.Profession).ThenBy(line => line.Key.Commune.Value).Select(line => new object?[]
            {
                dataset, line.Key.Profession.ToString(), communes[line.Key.Commune].Code.Value, line.Value.Practitioners, line.Value.Acts, line.Value.Over55, line.Value.Over60, line.Value.Over65, line.Value.Supervisors,
            }),
            cancellation);
    }
}
