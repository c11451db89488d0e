using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Missions.Contracts;

namespace Relais.Missions.Certificates;

/// <summary>Issues the certificate of a mission, once.</summary>
internal sealed class Issuing(RelaisDb db, TimeProvider clock)
{
    public async Task IssueAsync(MissionId mission, CancellationToken cancellation)
    {
        if (!await db.Set<Certificate>().AnyAsync(certificate => certificate.MissionId == mission, cancellation))
        {
            db.Add(new Certificate { MissionId = mission, Code = CertificateCode.Draw(), IssuedAt = clock.GetUtcNow() });
        }
    }
}
