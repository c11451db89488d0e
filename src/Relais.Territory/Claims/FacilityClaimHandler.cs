using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Claims;

/// <summary>Shows claims to who verifies, and makes a manager of whoever is accepted.</summary>
internal sealed class FacilityClaimHandler(
    RelaisDb db, IFacilities facilities, ICommunes communes, IPeople people, IAccounts accounts, IRoles roles, EstablishmentsInRegister register, Words T) : IVerificationHandler
{
    public const string ClaimKind = "facility-claim";

    public string Kind => ClaimKind;

    public string Name => "Gestion d’un établissement";

    public IReadOnlyList<VerificationLevel> Levels => [];

    public async Task<IReadOnlyDictionary<Guid, VerificationSubject>> DescribeAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation)
    {
        var claims = await db.Set<FacilityClaim>().AsNoTracking().Where(claim => subjects.Contains(claim.Id)).ToListAsync(cancellation);
        var known = await facilities.FindAsync(claims.Select(claim => Finess.Stored(claim.Finess)).Distinct().ToList(), cancellation);
        var table = await communes.GetAsync(cancellation);
        var registered = await register.FindAsync([.. claims.Select(claim => Finess.Stored(claim.Finess)).Distinct()], cancellation);
        var described = new Dictionary<Guid, VerificationSubject>();
        foreach (var claim in claims)
        {
            var facility = known.GetValueOrDefault(Finess.Stored(claim.Finess));
            var addresses = await people.AddressesAsync(claim.PersonId, cancellation);
            described[claim.Id] = new VerificationSubject(
                facility?.Name ?? claim.Finess,
                [
                    new(T["FINESS"], Finess.Stored(claim.Finess).Printed),
                    .. registered.GetValueOrDefault(Finess.Stored(claim.Finess)) is { } line ? [line] : Array.Empty<KeyValuePair<string, string>>(),
                    new(T["Commune"], facility is null ? "" : table.Find(facility.Commune)?.Name ?? facility.Commune.Value),
                    new(T["Téléphone connu de l’établissement"], facility?.Phone ?? ""),
                    new(T["Fonction"], claim.Position),
                    new(T["Adresses de la personne"], string.Join(", ", addresses.Select(address => address.IsProved ? $"{address.Address}" : T["{0} (pas encore confirmée)", address.Address].Value))),
                ]);
        }

        return described;
    }

    public async Task DecidedAsync(VerificationDecision decision, CancellationToken cancellation)
    {
        if (decision.Outcome is VerificationState.Accepted)
        {
            var claim = await db.Set<FacilityClaim>().SingleAsync(c => c.Id == decision.Subject, cancellation);
            var account = await accounts.OpenAsync(claim.PersonId, cancellation);
            await roles.GiveAsync(account, Role.FacilityManager, new Scope.Facility(claim.Finess), decision.Reason, cancellation);
        }
    }
}
