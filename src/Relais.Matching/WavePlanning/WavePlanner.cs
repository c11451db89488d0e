using Relais.Matching.Fairness;
using Relais.Matching.Flows;
using Relais.Matching.Instances;

namespace Relais.Matching.WavePlanning;

/// <summary>
/// Plans departure waves exactly. Seats and caps are two laminar families, so the problem is a min-cost flow and the network
/// simplex closes it: cell → volunteer → group → root for a served post, cell → flight → root for an open one; a flight must carry
/// at least the posts that exceed its seats. 600 000 pairs take about two seconds.
/// </summary>
public static class WavePlanner
{
    /// <summary>The best plan; or, when stopped, the best feasible one so far with its bound.</summary>
    public static WavePlan Plan(WaveInstance instance, Func<bool> isStopped)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var layout = new Layout(instance);
        var flow = Build(instance, layout);
        var isOptimal = flow.Solve(isStopped);
        return Read(instance, layout, flow, isOptimal);
    }

    private static NetworkSimplex Build(WaveInstance instance, Layout layout)
    {
        var asked = new int[instance.Seats.Length];
        for (var cell = 0; cell < instance.CellCount; cell++)
        {
            asked[instance.Flight[cell]] += instance.Demand[cell];
        }

        var flow = new NetworkSimplex(layout.Nodes, layout.Arcs);
        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            for (var pair = instance.PairBegin[volunteer]; pair < instance.PairBegin[volunteer + 1]; pair++)
            {
                flow.SetArc(pair, layout.Cell(instance.PairCell[pair]), layout.Volunteer(volunteer), 1, instance.PairCost[pair]);
            }
        }

        for (var flight = 0; flight < asked.Length; flight++)
        {
            flow.SetArc(layout.FlightArc(flight), Layout.Flight(flight), 0, int.MaxValue, 0);
            flow.SetTree(layout.FlightArc(flight), Math.Min(asked[flight], instance.Seats[flight]));
        }

        for (var group = 0; group < instance.GroupCap.Length; group++)
        {
            flow.SetArc(layout.GroupArc(group), layout.Group(group), 0, instance.GroupCap[group], 0);
            flow.SetTree(layout.GroupArc(group), 0);
        }

        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            flow.SetArc(layout.VolunteerArc(volunteer), layout.Volunteer(volunteer), layout.Group(instance.Group[volunteer]), 1, 0);
            flow.SetTree(layout.VolunteerArc(volunteer), 0);
        }

        for (var cell = 0; cell < instance.CellCount; cell++)
        {
            flow.SetArc(layout.CellArc(cell), layout.Cell(cell), Layout.Flight(instance.Flight[cell]), int.MaxValue, instance.Penalty[cell]);
            flow.SetTree(layout.CellArc(cell), instance.Demand[cell]);
        }

        return flow;
    }

    private static WavePlan Read(WaveInstance instance, Layout layout, NetworkSimplex flow, bool isOptimal)
    {
        var cellOf = new int[instance.VolunteerCount];
        Array.Fill(cellOf, -1);
        for (var volunteer = 0; volunteer < cellOf.Length; volunteer++)
        {
            for (var pair = instance.PairBegin[volunteer]; pair < instance.PairBegin[volunteer + 1]; pair++)
            {
                if (flow.Flow(pair) > 0)
                {
                    cellOf[volunteer] = instance.PairCell[pair];
                }
            }
        }

        var open = 0;
        for (var cell = 0; cell < instance.CellCount; cell++)
        {
            open += flow.Flow(layout.CellArc(cell));
        }

        var prices = WavePrices.Of(instance, flow.Potentials, layout);
        return new WavePlan(cellOf, flow.Total(), prices.Bound(instance), open, prices.Cells, prices.Groups, prices.Flights, Spread(instance, cellOf), isOptimal);
    }

    private static LoadSpread Spread(WaveInstance instance, int[] cellOf) => LoadSpread.Of([.. Enumerable.Range(0, instance.VolunteerCount)
        .Where(volunteer => instance.PairBegin[volunteer + 1] > instance.PairBegin[volunteer])
        .Select(volunteer => (instance.Load[volunteer], cellOf[volunteer] >= 0 ? 1 : 0))]);

    /// <summary>Numbers the nodes and the arcs of the graph: pairs first.</summary>
    internal sealed class Layout(WaveInstance instance)
    {
        private readonly (int Flights, int Groups, int Volunteers, int Cells) _size =
            (instance.Seats.Length, instance.GroupCap.Length, instance.VolunteerCount, instance.CellCount);

        public int Nodes => 1 + _size.Flights + _size.Groups + _size.Volunteers + _size.Cells;

        public int Arcs => instance.PairCell.Length + Nodes - 1;

        public static int Flight(int flight) => 1 + flight;

        public int Group(int group) => 1 + _size.Flights + group;

        public int Volunteer(int volunteer) => 1 + _size.Flights + _size.Groups + volunteer;

        public int Cell(int cell) => 1 + _size.Flights + _size.Groups + _size.Volunteers + cell;

        public int FlightArc(int flight) => ArcOf(Flight(flight));

        public int GroupArc(int group) => ArcOf(Group(group));

        public int VolunteerArc(int volunteer) => ArcOf(Volunteer(volunteer));

        public int CellArc(int cell) => ArcOf(Cell(cell));

        private int ArcOf(int node) => instance.PairCell.Length + node - 1;
    }
}
