namespace Relais.Observatory.Figures;

/// <summary>What a figure rests on, as a program reads it.</summary>
internal sealed record ProvenanceAnswer(string Source, string Vintage, string Method, string Quality, bool IsInvented)
{
    public static ProvenanceAnswer Of(Provenance from) => new(from.Source, from.Vintage, from.Method, from.Quality.ToString().ToLowerInvariant(), from.IsInvented);
}
