using Relais.Cartography.Classes;

namespace Relais.Cartography.Drawing;

/// <summary>What a map shows besides its colours: prepared once, then coloured as often as there are indicators.</summary>
/// <param name="Layer">Where the shapes come from.</param>
/// <param name="Codes">The communes to draw; those that the layer does not have are left out (see <see cref="PreparedMap.Missing"/>).</param>
public sealed record MapRequest(MapLayer Layer, IReadOnlyCollection<string> Codes)
{
    /// <summary>Begins every id of the drawing: different for each map of one page.</summary>
    public string Id { get; init; } = "carte";

    /// <summary>Groups of communes to draw a line around, the thick ones above.</summary>
    public IReadOnlyList<MapOutline> Outlines { get; init; } = [];

    /// <summary>Towns to name, the most important first: a name that has no room is left out.</summary>
    public IReadOnlyList<MapLabel> Labels { get; init; } = [];

    /// <summary>Places marked and named above everything else.</summary>
    public IReadOnlyList<MapLabel> Sites { get; init; } = [];
}

/// <param name="Codes">The communes to draw the line around.</param>
/// <param name="IsStrong">A thick line with a casing (a priority zone); else a thin one (a department).</param>
public sealed record MapOutline(IReadOnlyCollection<string> Codes, bool IsStrong);

/// <param name="Text">As it is read on the map.</param>
/// <param name="Latitude">Decimal degrees (WGS 84).</param>
/// <param name="Longitude">Decimal degrees (WGS 84).</param>
public sealed record MapLabel(string Text, double Latitude, double Longitude);

/// <summary>The colours and words of one indicator.</summary>
/// <param name="Title">The name of the drawing for who does not see it.</param>
/// <param name="Description">What it shows in a sentence or two, and that a table beside says the same.</param>
/// <param name="ClassOf">How to fill each commune.</param>
public sealed record MapColours(string Title, string Description, Func<string, MapClass> ClassOf)
{
    /// <summary>Where a click on a commune leads; the keyboard and screen readers go by the table beside.</summary>
    public Func<string, string?>? HrefOf { get; init; }

    /// <summary>What the mouse reads over a commune, such as its name and value.</summary>
    public Func<string, string?>? TipOf { get; init; }
}
