using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Certificates;

/// <summary>What a certificate says: who, what, where, how long. Neither pay nor reason.</summary>
internal sealed record CertificateView(Certificate Certificate, Mission Mission, WorkedHours Hours, string Name, string Facility, string Commune);

internal sealed class CertificateReading(RelaisDb db, IPeople people, IFacilities facilities, ICommunes communes)
{
    /// <param name="typed">The code, as somebody typed it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CertificateView?> FindAsync(string? typed, CancellationToken cancellation)
    {
        if (CertificateCode.Read(typed) is not { } code
            || await db.Set<Certificate>().AsNoTracking().SingleOrDefaultAsync(known => known.Code == code, cancellation) is not { } certificate)
        {
            return null;
        }

        var mission = await db.Set<Mission>().AsNoTracking().SingleAsync(known => known.Id == certificate.MissionId, cancellation);
        var hours = await db.Set<WorkedHours>().AsNoTracking().SingleAsync(known => known.MissionId == certificate.MissionId, cancellation);
        return new CertificateView(
            certificate,
            mission,
            hours,
            (await people.FindAsync(mission.PersonId, cancellation))?.FullName ?? "",
            (await facilities.FindAsync(mission.Finess, cancellation))?.Name ?? mission.Finess.Printed,
            (await communes.GetAsync(cancellation)).Find(mission.CommuneCode)?.Name ?? mission.CommuneCode.Value);
    }
}
