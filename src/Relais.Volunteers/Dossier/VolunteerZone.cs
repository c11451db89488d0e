using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

internal sealed class VolunteerZone
{
    private VolunteerZone()
    {
    }

    public VolunteerZone(PersonId person, Zone zone) => (PersonId, Kind, Code) = (person, zone.Kind, zone.Code);

    public PersonId PersonId { get; private init; }

    public ZoneKind Kind { get; private init; }

    public string Code { get; private init; } = "";

    public Zone Zone => new(Kind, Code);

    internal sealed class Mapping : IEntityTypeConfiguration<VolunteerZone>
    {
        public void Configure(EntityTypeBuilder<VolunteerZone> zone)
        {
            zone.HasKey(z => new { z.PersonId, z.Kind, z.Code });
            zone.Ignore(z => z.Zone);
        }
    }
}
