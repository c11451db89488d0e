using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;

namespace Relais.Territory.Drawing;

/// <summary>The lists of communes that a territory had, each with what came and went since the one before.</summary>
internal sealed class VersionHistory(RelaisDb db, ICommunes communes)
{
    /// <returns>The last first; none for a code that no territory ever had.</returns>
    public async Task<IReadOnlyList<VersionLine>> OfAsync(TerritoryCode code, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var versions = await db.Set<TerritoryVersion>().AsNoTracking().Where(version => version.Code == code).OrderBy(version => version.ValidFrom).ToListAsync(cancellation);
        var ids = versions.ConvertAll(version => version.Id);
        var members = (await db.Set<TerritoryCommune>().AsNoTracking().Where(member => ids.Contains(member.VersionId)).ToListAsync(cancellation))
            .ToLookup(member => member.VersionId, member => member.CommuneCode);

        var lines = new List<VersionLine>();
        foreach (var version in versions)
        {
            IReadOnlySet<CommuneCode> now = members[version.Id].ToHashSet();
            var before = lines.Count is 0 ? now : lines[^1].Communes;
            lines.Add(new VersionLine(version, now, Named(now.Except(before)), Named(before.Except(now))));
        }

        lines.Reverse();
        return lines;

        IReadOnlyList<string> Named(IEnumerable<CommuneCode> codes) =>
            [.. codes.Select(one => table.Find(one)?.Name ?? one.Value).Order(StringComparer.CurrentCulture)];
    }
}

/// <param name="Came">The names of the communes that were not in the version before; none for the first.</param>
/// <param name="Went">The names of those that were.</param>
internal sealed record VersionLine(TerritoryVersion Version, IReadOnlySet<CommuneCode> Communes, IReadOnlyList<string> Came, IReadOnlyList<string> Went);
