using FsCheck;
using FsCheck.Fluent;
using Relais.Accessibility;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;

namespace Relais.Tests.Accessibility;

/// <summary>
/// A few places with any people, acts and times: it shrinks to the fewest that show a fault. Some times are exactly on a
/// threshold, some a hair off it, some are missing, some given twice.
/// </summary>
internal sealed class DrawnCountry
{
    private static readonly TimesProvenance Nowhere = new("drawn", "", null, TravelTimeQuality.Imported);

    private DrawnCountry(byte[] people, (byte From, byte To, byte Tenths, byte Hundredths)[] pairs, byte[] acts, CatchmentParameters parameters)
    {
        Count = people.Length;
        Parameters = parameters;
        Demand = [.. people.Select(one => one * 1.1)];
        Supply = [.. Enumerable.Range(0, Count).Select(place => acts.Length is 0 ? 0.0 : acts[place % acts.Length] * 7.3)];
        Minutes = new double[Count, Count];
        var (builder, given) = (new TimesBuilder(Count, 1), new HashSet<(int, int)>());
        for (var from = 0; from < Count; from++)
        {
            for (var to = 0; to < Count; to++)
            {
                Minutes[from, to] = from == to ? 0 : double.PositiveInfinity;
            }
        }

        for (var line = 0; line < pairs.Length && Count > 0; line++)
        {
            var (from, to, minutes) = (pairs[line].From % Count, pairs[line].To % Count, (pairs[line].Tenths / 10.0) + (pairs[line].Hundredths % 8 is 7 ? 0.04 : 0));
            builder.Add(from, to, minutes, line);
            if (given.Add((from, to)))
            {
                Minutes[from, to] = minutes;
            }
            else
            {
                Repeated.Add(line);
            }
        }

        Times = builder.Build(Nowhere, Heard.Add);
        Catchment = new Catchment(Times, parameters, Demand);
    }

    public int Count { get; }

    public CatchmentParameters Parameters { get; }

    public double[] Demand { get; }

    public double[] Supply { get; }

    /// <summary>From a residence to a practice, the dense way.</summary>
    public double[,] Minutes { get; }

    public List<int> Repeated { get; } = [];

    public List<int> Heard { get; } = [];

    public SparseTimes Times { get; }

    public Catchment Catchment { get; }

    public static void ForEvery(CatchmentParameters parameters, Action<DrawnCountry, int> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(ArbMap.Default.ArbFor<(byte[] People, (byte, byte, byte, byte)[] Pairs, byte[] Acts, int Any)>(), drawn =>
            holds(new DrawnCountry(drawn.People is [] ? [1] : drawn.People, drawn.Pairs, drawn.Acts, parameters), drawn.Any & int.MaxValue)));
}
