using Relais.Observatory.Accessibility;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Indicators;

/// <summary>All that the observatory measures, in the order of its menus.</summary>
internal sealed class MeasureBook(IEnumerable<IMeasure> measures)
{
    private readonly Dictionary<IMeasure, Reading?> _read = [];

    public IReadOnlyList<IMeasure> All { get; } = [.. measures];

    public IMeasure? Find(string? slug) => All.FirstOrDefault(measure => measure.Indicator.Slug == slug);

    /// <summary>The six figures that a territory is summed up in.</summary>
    public IReadOnlyList<IMeasure> Key { get; } =
    [
        .. new[]
        {
            PopulationMeasure.Slug,
            AplMeasure.SlugOf(CareProfession.GeneralPractitioner),
            DensityMeasure.SlugOf(CareProfession.GeneralPractitioner),
            AgeShareMeasure.SlugOf(CareProfession.GeneralPractitioner),
            AplMeasure.SlugOf(CareProfession.Nurse),
            AplMeasure.SlugOf(CareProfession.Dentist),
        }.Select(slug => measures.Single(measure => measure.Indicator.Slug == slug)),
    ];

    /// <summary>Those that menus list, under their headings.</summary>
    public async Task<IReadOnlyList<IGrouping<string?, IMeasure>>> OfferedAsync(CancellationToken cancellation)
    {
        var offered = new List<IMeasure>();
        foreach (var measure in All)
        {
            if (await measure.IsOfferedAsync(cancellation))
            {
                offered.Add(measure);
            }
        }

        return [.. offered.GroupBy(measure => measure.Indicator.Group)];
    }

    /// <summary>What a measure reads, once for a page however often it shows it.</summary>
    public async ValueTask<Reading?> ReadAsync(IMeasure measure, CancellationToken cancellation)
    {
        if (!_read.TryGetValue(measure, out var reading))
        {
            _read[measure] = reading = await measure.ReadAsync(cancellation);
        }

        return reading;
    }
}
