using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Claims;

/// <param name="FirstName">With <paramref name="LastName"/> and <paramref name="Email"/>: who claims, when nobody is signed in.</param>
internal sealed record Claimant(string FirstName, string LastName, ContactPoint Email);

/// <summary>A person's claim and where it stands.</summary>
internal sealed record ClaimLine(Finess Finess, string Facility, VerificationStanding Standing);

/// <summary>Takes claims in and submits them to whoever verifies.</summary>
internal sealed class FacilityClaims(RelaisDb db, IPeople people, IVerifications verifications, IFacilities facilities, TimeProvider clock)
{
    /// <summary>Joins the caller's unit of work. Claiming again completes the first claim.</summary>
    public async Task ClaimAsync(PersonId person, FacilitySummary facility, string position, string evidence, IReadOnlyList<Guid> files, CancellationToken cancellation)
    {
        var claim = await db.Set<FacilityClaim>().SingleOrDefaultAsync(c => c.Finess == facility.Number.Value && c.PersonId == person, cancellation);
        if (claim is null)
        {
            claim = new FacilityClaim { Finess = facility.Number.Value, PersonId = person, Position = position, ClaimedAt = clock.GetUtcNow() };
            db.Add(claim);
        }

        claim.Position = position;
        await verifications.SubmitAsync(
            new NewVerification
            {
                Kind = FacilityClaimHandler.ClaimKind,
                Subject = claim.Id,
                Person = person,
                Evidence = evidence,
                Files = files,
                Commune = facility.Commune.Value,
                Finess = facility.Number.Value,
            },
            cancellation);
    }

    /// <summary>
    /// Whoever has this name and address already, or a new person: the page says the same in both cases, and only who
    /// reads the address will sign in.
    /// </summary>
    public async Task<PersonId> FindOrCreateAsync(Claimant claimant, string language, CancellationToken cancellation)
    {
        var fullName = Kernel.Text.SearchKey.From(claimant.FirstName, claimant.LastName);
        var known = (await people.FindByAddressAsync(claimant.Email, cancellation))
            .FirstOrDefault(person => Kernel.Text.SearchKey.From(person.FirstName, person.LastName) == fullName);
        var id = known?.Id ?? people.Create(new NewPerson(claimant.FirstName, claimant.LastName, language));
        await people.AddAddressAsync(id, claimant.Email, cancellation);
        return id;
    }

    public async Task<IReadOnlyList<ClaimLine>> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var claims = await db.Set<FacilityClaim>().AsNoTracking().Where(claim => claim.PersonId == person).OrderBy(claim => claim.ClaimedAt).ToListAsync(cancellation);
        var standings = await verifications.LatestAsync(FacilityClaimHandler.ClaimKind, claims.ConvertAll(claim => claim.Id), cancellation);
        var names = await facilities.FindAsync(claims.ConvertAll(claim => Finess.Stored(claim.Finess)), cancellation);
        return
        [
            .. claims.Where(claim => standings.ContainsKey(claim.Id)).Select(claim => new ClaimLine(
                Finess.Stored(claim.Finess), names.GetValueOrDefault(Finess.Stored(claim.Finess))?.Name ?? claim.Finess, standings[claim.Id])),
        ];
    }
}
