using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Territory.Contracts;

namespace Relais.Territory.Drawing;

/// <summary>Makes the codes of drawn territories from their names, so that an address can be read: <c>PAYS-CENTRE-OUEST-BRETAGNE</c>.</summary>
internal sealed class FreeCodes(RelaisDb db)
{
    private const int MostCharacters = 34;

    /// <summary>A code that nobody has; the key of the table decides between two who ask at once.</summary>
    public async Task<TerritoryCode> FindAsync(TerritoryKind kind, string name, CancellationToken cancellation)
    {
        var stem = StemOf(kind, name);
        for (var rank = 1; ; rank++)
        {
            var code = TerritoryCode.Stored(rank is 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{rank}"));
            if (!await db.Set<DrawnTerritory>().AnyAsync(drawn => drawn.Code == code, cancellation))
            {
                return code;
            }
        }
    }

    private static string StemOf(TerritoryKind kind, string name)
    {
        var prefix = kind switch
        {
            TerritoryKind.Pays => "PAYS",
            TerritoryKind.Basin => "BASSIN",
            TerritoryKind.Network => "RESEAU",
            _ => "TERRITOIRE",
        };
        var letters = string.Concat(SearchKey.From(name).ToUpperInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' '));
        var words = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != prefix);
        var stem = string.Join('-', words.Prepend(prefix));
        return (stem.Length > MostCharacters ? stem[..MostCharacters] : stem).TrimEnd('-');
    }
}
