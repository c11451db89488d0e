using System.Globalization;

namespace Relais.Bench.Planning;

/// <summary>A town or a department, with the thousands of people around it.</summary>
internal sealed record Place(double Latitude, double Longitude, double Thousands)
{
    public static IReadOnlyList<Place> Brittany { get; } = Read("bretagne");

    public static IReadOnlyList<Place> France { get; } = Read("france");

    private static List<Place> Read(string name)
    {
        using var reader = new StreamReader(typeof(Place).Assembly.GetManifestResourceStream($"places-{name}.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(cells => new Place(Number(cells[1]), Number(cells[2]), Number(cells[3])))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
