using Relais.Documents.Fonts;
using Relais.Documents.Paper;

namespace Relais.Documents.Drawing;

/// <summary>The letters of the house's papers.</summary>
internal sealed class Typography
{
    private readonly EmbeddedFont _regular = Figtree.NewRegular();
    private readonly EmbeddedFont _bold = Figtree.NewBold();

    public Typography()
    {
        Issuer = new(_bold, 10, 14, Colour.House);
        Title = new(_bold, 22, 28, Colour.Ink);
        Part = new(_bold, 14, 20, Colour.Ink);
        Section = new(_bold, 11.5, 17, Colour.Ink);
        Lead = new(_regular, 12.5, 19, Colour.Ink);
        Body = new(_regular, 10.5, 16, Colour.Ink);
        Strong = new(_bold, 10.5, 16, Colour.Ink);
        Name = new(_regular, 10.5, 16, Colour.Quiet);
        Cell = new(_regular, 9, 12.5, Colour.Ink);
        Head = new(_bold, 9, 12.5, Colour.Quiet);
        Folio = new(_regular, 8.5, 12, Colour.Quiet);
    }

    public IReadOnlyList<EmbeddedFont> Fonts => [_regular, _bold];

    public TextStyle Issuer { get; }

    public TextStyle Title { get; }

    public TextStyle Part { get; }

    public TextStyle Section { get; }

    public TextStyle Lead { get; }

    public TextStyle Body { get; }

    public TextStyle Strong { get; }

    public TextStyle Name { get; }

    public TextStyle Cell { get; }

    public TextStyle Head { get; }

    public TextStyle Folio { get; }
}
