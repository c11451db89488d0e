using Relais.Observatory.Accessibility;
using Relais.Observatory.Evolution;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Observatory.Zonings;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Communes;

/// <summary>What is known of the care of one commune; what rests on a file that was not imported is nothing.</summary>
internal sealed record CommuneFacts
{
    public required Commune Commune { get; init; }

    /// <summary>The territories that it is part of, from the widest.</summary>
    public required IReadOnlyList<TerritorySummary> Around { get; init; }

    public required Figure People { get; init; }

    /// <summary>General practitioners for 10 000 inhabitants, here and in the region.</summary>
    public (Figure Here, Figure Region)? Density { get; init; }

    /// <summary>How many practise in the commune itself.</summary>
    public double? Practitioners { get; init; }

    /// <summary>Consultations a year and inhabitant, here and in the region.</summary>
    public (Figure Here, Figure Region)? Access { get; init; }

    /// <summary>What DREES publishes of it.</summary>
    public Figure? Published { get; init; }

    /// <summary>The access over the vintages: ours where several supplies were imported, else what DREES publishes; nothing without a series.</summary>
    public Trajectory? AccessOverTime { get; init; }

    /// <summary>Those who practise within reach, and how many of them are 55 or over.</summary>
    public WithinReach? Reach { get; init; }

    /// <summary>The nearest commune where a general practitioner practises, with the minutes; nothing when none is known.</summary>
    public (Commune Commune, double Minutes)? Nearest { get; init; }

    public IReadOnlyList<CommuneZone> Zones { get; init; } = [];

    /// <summary>It is part of the announced zone of territorial solidarity.</summary>
    public bool IsInPriorityZone { get; init; }

    public IReadOnlyList<CommuneNeighbour> Neighbours { get; init; } = [];
}

/// <param name="Practitioners">Heads, within the minutes that the method counts.</param>
/// <param name="Over55">The part of those of known age who are 55 or over, in per cent.</param>
internal sealed record WithinReach(double Practitioners, double Minutes, Figure Over55);

internal sealed record CommuneNeighbour(Commune Commune, double Minutes, Figure Access);

/// <summary>Gathers what is known of the care of one commune.</summary>
internal sealed class CommuneReader(ICommunes communes, ITerritories territories, AccessibilityBook accesses, MeasureBook measures, ZoningBook zonings)
{
    private const CareProfession Profession = CareProfession.GeneralPractitioner;
    private const int Neighbours = 6;
    private const int MostYears = 4;

    public async Task<CommuneFacts> ReadAsync(Commune commune, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var around = await territories.AroundAsync(commune.Code, cancellation);
        List<CommuneIndex> region = [.. table.All.Where(one => one.Region == commune.Region).Select(one => one.Index)];
        var facts = new CommuneFacts
        {
            Commune = commune,
            Around = around,
            People = (await ReadAsync(PopulationMeasure.Slug, cancellation))!.Of(commune.Index),
            Density = await BesideAsync(DensityMeasure.SlugOf(Profession), commune, region, cancellation),
            Access = await BesideAsync(AplMeasure.SlugOf(Profession), commune, region, cancellation),
            Published = (await ReadAsync(Published.PublishedAplMeasure.SlugOf(Profession), cancellation))?.Of(commune.Index),
            AccessOverTime = await OverTimeAsync(AplMeasure.SlugOf(Profession), commune, cancellation) ?? await OverTimeAsync(Published.PublishedAplMeasure.SlugOf(Profession), commune, cancellation),
            Zones = await zonings.OfAsync(commune.Code, cancellation),
            IsInPriorityZone = around.Any(territory => PriorityZone.Brittany.Territories.Contains(territory.Code.Value)),
        };
        return await accesses.FindAsync(Profession, cancellation) is { } access ? await WithAccessAsync(facts, access, table, cancellation) : facts;
    }

    private async Task<CommuneFacts> WithAccessAsync(CommuneFacts facts, ProfessionAccess access, CommuneTable table, CancellationToken cancellation)
    {
        var here = facts.Commune.Index;
        var reading = (await ReadAsync(AplMeasure.SlugOf(Profession), cancellation))!;
        var practices = access.Times.PracticesFrom(here.Value).ToArray();
        var minutes = table.MinutesFrom(here);
        var nearest = Enumerable.Range(0, minutes.Length).Where(rank => access.Supply.Practitioners[rank] > 0 && float.IsFinite(minutes[rank])).OrderBy(rank => minutes[rank]).Take(1).ToList();
        return facts with
        {
            Practitioners = access.Supply.Covered[here.Value] ? access.Supply.Practitioners[here.Value] : null,
            Reach = access.Known[here.Value]
                ? new WithinReach(
                    practices.Sum(practice => access.Supply.Practitioners[practice]),
                    access.Catchment.Parameters.Decay.Limit,
                    (await ReadAsync(AgeShareMeasure.SlugOf(Profession), cancellation))?.Of([.. practices.Select(practice => new CommuneIndex(practice))]) ?? new Figure.None(access.Supply.Provenance))
                : null,
            Nearest = nearest is [var rank] ? (table.All[rank], minutes[rank]) : null,
            Neighbours =
            [
                .. Enumerable.Range(0, minutes.Length).Where(rank => rank != here.Value && float.IsFinite(minutes[rank])).OrderBy(rank => minutes[rank]).Take(Neighbours)
                    .Select(rank => new CommuneNeighbour(table.All[rank], minutes[rank], reading.Of(new CommuneIndex(rank)))),
            ],
        };
    }

    private async Task<(Figure Here, Figure Region)?> BesideAsync(string slug, Commune commune, IReadOnlyList<CommuneIndex> region, CancellationToken cancellation) =>
        await ReadAsync(slug, cancellation) is { } reading ? (reading.Of(commune.Index), reading.Of(region)) : null;

    private async ValueTask<Trajectory?> OverTimeAsync(string slug, Commune commune, CancellationToken cancellation) =>
        measures.Find(slug) is IPastMeasure past && await past.TrajectoryAsync([commune.Index], MostYears, cancellation) is { } trajectory && trajectory.LastSeries.Count > 1 ? trajectory : null;

    private ValueTask<Reading?> ReadAsync(string slug, CancellationToken cancellation) => measures.ReadAsync(measures.Find(slug)!, cancellation);
}
