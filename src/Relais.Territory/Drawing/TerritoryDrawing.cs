using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;

namespace Relais.Territory.Drawing;

/// <summary>Draws the territories that no law draws.</summary>
internal sealed class TerritoryDrawing(RelaisDb db, ICommunes communes, TimeProvider clock)
{
    public Task DrawAsync(NewTerritory territory, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (!await db.Set<DrawnTerritory>().AnyAsync(drawn => drawn.Code == territory.Code, cancellation))
            {
                db.Add(new DrawnTerritory { Code = territory.Code });
            }

            await WriteAsync(territory, reason: null, cancellation);
        },
        cancellation);

    /// <summary>Adds a version, and ends there the one that was in force; the caller holds the transaction.</summary>
    /// <exception cref="ArgumentException">The kind is drawn by law, or a commune does not exist.</exception>
    public async Task WriteAsync(NewTerritory territory, string? reason, CancellationToken cancellation)
    {
        if (!territory.Kind.IsDrawn())
        {
            throw new ArgumentException($"A territory of the kind {territory.Kind} is drawn by law", nameof(territory));
        }

        var table = await communes.GetAsync(cancellation);
        var members = territory.Communes
            .Select(code => table.Find(code) ?? throw new ArgumentException($"No commune has the code {code}", nameof(territory)))
            .Select(commune => commune.Code)
            .Distinct()
            .ToList();
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
            Reason = reason,
            DrawnAt = clock.GetUtcNow(),
        };
        db.Add(drawn);
        db.AddRange(members.Select(code => new TerritoryCommune { VersionId = drawn.Id, CommuneCode = code }));
    }
}
