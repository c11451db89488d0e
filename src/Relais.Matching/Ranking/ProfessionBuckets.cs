using Relais.Matching.Instances;

namespace Relais.Matching.Ranking;

/// <summary>
/// Volunteers grouped by profession, each group in the order of ids, with their place as a unit vector and the least scalar
/// product that their reach allows: whoever is too far is dropped eight at a time.
/// </summary>
internal sealed class ProfessionBuckets
{
    public const double EarthKilometres = 6371.0088;

    /// <summary>Larger than the rounding of three single-precision products, far smaller than a commune.</summary>
    private const double Margin = 5e-7;

    public ProfessionBuckets(ShiftInstance instance)
    {
        var people = instance.Volunteers;
        Begin = new int[instance.Substitutes.Length + 1];
        foreach (var profession in people.Profession)
        {
            Begin[profession + 1]++;
        }

        for (var profession = 0; profession + 1 < Begin.Length; profession++)
        {
            Begin[profession + 1] += Begin[profession];
        }

        var count = instance.VolunteerCount;
        (Volunteer, X, Y, Z, Least, CosLatitude) = (new int[count], new float[count], new float[count], new float[count], new float[count], new double[count]);
        var at = Begin.AsSpan().ToArray();
        for (var volunteer = 0; volunteer < count; volunteer++)
        {
            var place = at[people.Profession[volunteer]]++;
            Volunteer[place] = volunteer;
            CosLatitude[volunteer] = Math.Cos(people.Latitude[volunteer]);
            (X[place], Y[place], Z[place]) = UnitVector(people.Latitude[volunteer], people.Longitude[volunteer]);
            Least[place] = (float)(Math.Cos(Math.Min(Math.PI, people.MaxKilometres[volunteer] / EarthKilometres)) - Margin);
        }
    }

    /// <summary>Group p is at <c>Begin[p] … Begin[p+1]</c> of the other arrays.</summary>
    public int[] Begin { get; }

    public int[] Volunteer { get; }

    public float[] X { get; }

    public float[] Y { get; }

    public float[] Z { get; }

    public float[] Least { get; }

    /// <summary>By volunteer, not by place in the groups.</summary>
    public double[] CosLatitude { get; }

    public static (float X, float Y, float Z) UnitVector(double latitude, double longitude) =>
        ((float)(Math.Cos(latitude) * Math.Cos(longitude)), (float)(Math.Cos(latitude) * Math.Sin(longitude)), (float)Math.Sin(latitude));
}
