using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

internal sealed class VolunteerSpell
{
    private VolunteerSpell()
    {
    }

    public VolunteerSpell(PersonId person, Spell spell) =>
        (PersonId, Kind, StartsAt, EndsAt) = (person, spell.Kind, spell.During.Start, spell.During.End);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public PersonId PersonId { get; private init; }

    public SpellKind Kind { get; private init; }

    public DateTimeOffset StartsAt { get; private init; }

    public DateTimeOffset EndsAt { get; private init; }

    /// <summary>Removed spells no longer count; they stay a while so that the removal can be undone.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public Spell Spell => new(Kind, new Interval(StartsAt, EndsAt));

    internal sealed class Mapping : IEntityTypeConfiguration<VolunteerSpell>
    {
        public void Configure(EntityTypeBuilder<VolunteerSpell> spell)
        {
            spell.HasKey(s => s.Id);
            spell.Property(s => s.Id).ValueGeneratedNever();
            spell.Ignore(s => s.Spell);
        }
    }
}
