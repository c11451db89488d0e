using Relais.Matching.Instances;

namespace Relais.Matching.WavePlanning;

/// <summary>
/// The certificate of a wave plan, thousandths: what a post, a place of a group and a seat are worth. Any prices give a bound,
/// wrong ones only a lower one.
/// </summary>
internal sealed record WavePrices(long[] Cells, long[] Groups, long[] Flights)
{
    private const int Thousandths = 1_000;

    public static WavePrices Of(WaveInstance instance, ReadOnlySpan<long> potentials, WavePlanner.Layout layout)
    {
        var (cells, groups, flights) = (new long[instance.CellCount], new long[instance.GroupCap.Length], new long[instance.Seats.Length]);
        var asked = new long[flights.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            asked[instance.Flight[cell]] += instance.Demand[cell];
        }

        for (var flight = 0; flight < flights.Length; flight++)
        {
            flights[flight] = asked[flight] > instance.Seats[flight] ? Math.Max(0, -potentials[WavePlanner.Layout.Flight(flight)] * Thousandths) : 0;
        }

        for (var group = 0; group < groups.Length; group++)
        {
            groups[group] = Math.Max(0, potentials[layout.Group(group)] * Thousandths);
        }

        for (var cell = 0; cell < cells.Length; cell++)
        {
            var price = (potentials[layout.Cell(cell)] * Thousandths) + flights[instance.Flight[cell]];
            cells[cell] = Math.Clamp(price, 0, (long)Thousandths * instance.Penalty[cell]);
        }

        return new WavePrices(cells, groups, flights);
    }

    /// <summary>The bound in whole units, rounded up: plans cost whole units.</summary>
    public long Bound(WaveInstance instance)
    {
        var bound = 0L;
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            bound += Cells[cell] * instance.Demand[cell];
        }

        for (var group = 0; group < Groups.Length; group++)
        {
            bound -= Groups[group] * instance.GroupCap[group];
        }

        for (var flight = 0; flight < Flights.Length; flight++)
        {
            bound -= Flights[flight] * instance.Seats[flight];
        }

        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            var least = 0L;
            for (var pair = instance.PairBegin[volunteer]; pair < instance.PairBegin[volunteer + 1]; pair++)
            {
                var cell = instance.PairCell[pair];
                least = Math.Min(least, ((long)Thousandths * instance.PairCost[pair]) + Groups[instance.Group[volunteer]] + Flights[instance.Flight[cell]] - Cells[cell]);
            }

            bound += least;
        }

        return (long)Math.Ceiling(bound / (decimal)Thousandths);
    }
}
