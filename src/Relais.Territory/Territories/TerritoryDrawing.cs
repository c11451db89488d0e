using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>Draws the territories that no law draws.</summary>
internal sealed class TerritoryDrawing(RelaisDb db, ICommunes communes)
{
    public async Task DrawAsync(NewTerritory territory, CancellationToken cancellation)
    {
        if (territory.Kind is not (TerritoryKind.Network or TerritoryKind.Custom))
        {
            throw new ArgumentException($"A territory of the kind {territory.Kind} is drawn by law", nameof(territory));
        }

        var table = await communes.GetAsync(cancellation);
        var members = territory.Communes
            .Select(code => table.Find(code) ?? throw new ArgumentException($"No commune has the code {code}", nameof(territory)))
            .Select(commune => commune.Code)
            .Distinct()
            .ToList();

        await db.InTransactionAsync(
            async () =>
            {
                await db.Set<TerritoryVersion>()
                    .Where(version => version.Code == territory.Code && version.ValidTo == null)
                    .ExecuteUpdateAsync(update => update.SetProperty(version => version.ValidTo, territory.ValidFrom), cancellation);

                var drawn = new TerritoryVersion
                {
                    Code = territory.Code,
                    Kind = territory.Kind,
                    Name = territory.Name,
                    ValidFrom = territory.ValidFrom,
                    Source = territory.Source,
                };
                db.Add(drawn);
                db.AddRange(members.Select(code => new TerritoryCommune { VersionId = drawn.Id, CommuneCode = code }));
            },
            cancellation);
    }
}
