namespace Relais.Documents.Fonts;

/// <summary>The two weights of the house's font, read once.</summary>
internal static class Figtree
{
    private static readonly Lazy<TrueTypeFont> Regular = new(() => Read("regular.ttf"));
    private static readonly Lazy<TrueTypeFont> Bold = new(() => Read("bold.ttf"));

    public static EmbeddedFont NewRegular() => new("F1", "Figtree-Regular", Regular.Value);

    public static EmbeddedFont NewBold() => new("F2", "Figtree-Bold", Bold.Value);

    private static TrueTypeFont Read(string name)
    {
        using var stream = typeof(Figtree).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new TrueTypeFont(memory.ToArray());
    }
}
