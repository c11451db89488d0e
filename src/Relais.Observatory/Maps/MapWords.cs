using Relais.Kernel.Wording;

namespace Relais.Observatory.Maps;

/// <summary>What is said under every map.</summary>
internal static class MapWords
{
    public static string LimitsOf(this Words t, TerritoryMap territory) => territory.Contours is { } contours
        ? t["Limites des communes : {0}, {1} ({2}).", contours.Source, contours.Vintage, contours.Licence]
        : t["Limites approchées, dessinées autour des bourgs ; trait de côte : Natural Earth."];
}
