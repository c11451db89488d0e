using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Volunteers.Pool;

/// <summary>A dossier that is gone, so that the nodes take it out of their index.</summary>
internal sealed class VolunteerDeparture
{
    public required PersonId PersonId { get; init; }

    public required long Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<VolunteerDeparture>
    {
        public void Configure(EntityTypeBuilder<VolunteerDeparture> departure)
        {
            departure.HasKey(d => d.PersonId);
        }
    }
}
