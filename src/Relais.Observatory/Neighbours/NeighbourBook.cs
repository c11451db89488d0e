using Relais.Cartography.Neighbours;
using Relais.Observatory.Contours;
using Relais.Observatory.Maps;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Neighbours;

/// <summary>
/// Which communes touch, as the maps of this site draw them. It is worked out once for the whole country, in a second, and not around each
/// territory: the communes that bound a set are not known before, and a figure must not depend on who asked first.
/// </summary>
internal sealed class NeighbourBook(ICommunes communes, ContourBook contours, NeighbourBook.Kept kept)
{
    public async ValueTask<TouchingCommunes> ReadAsync(CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var imported = await contours.FindAsync(cancellation);
        return kept.Of(table, imported);
    }

    /// <summary>The last that was worked out, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        private readonly Lock _turn = new();
        private (CommuneTable Table, Guid? Contours, Lazy<TouchingCommunes> Touching)? _last;

        public TouchingCommunes Of(CommuneTable table, ImportedContours? imported)
        {
            Lazy<TouchingCommunes> touching;
            lock (_turn)
            {
                if (_last is not { } last || last.Table != table || last.Contours != imported?.Dataset.Id)
                {
                    _last = last = (table, imported?.Dataset.Id, new Lazy<TouchingCommunes>(() => new TouchingCommunes(
                        table, CommuneNeighbours.OfCells(CommuneShapes.PointsOf(table)), imported is null ? null : (imported.Layer, CommuneNeighbours.OfContours(imported.Layer)))));
                }

                touching = last.Touching;
            }

            return touching.Value;
        }
    }
}
