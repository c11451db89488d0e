using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

internal sealed class VolunteerTitle
{
    private VolunteerTitle()
    {
    }

    public VolunteerTitle(PersonId person, Title title)
    {
        (PersonId, Profession, AskedLevel) = (person, title.Profession, title.AskedLevel);
        if (title.Verified is { } verified)
        {
            Verify(verified);
        }
    }

    /// <summary>What a verification is about.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public PersonId PersonId { get; private init; }

    public Profession Profession { get; private init; } = null!;

    public CredentialLevel AskedLevel { get; set; }

    public CredentialLevel? Level { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public Guid? VerifiedBy { get; private set; }

    public Title Title => new(
        Profession,
        AskedLevel,
        Level is { } level ? new VerifiedTitle(level, ValidUntil!.Value, VerifiedAt!.Value, VerifiedBy) : null);

    public void Verify(VerifiedTitle verified) =>
        (Level, ValidUntil, VerifiedAt, VerifiedBy) = (verified.Level, verified.ValidUntil, verified.At, verified.By);

    /// <summary>From that day on the verification no longer counts.</summary>
    public void EndOn(DateOnly day) => ValidUntil = ValidUntil < day ? ValidUntil : day;

    internal sealed class Mapping : IEntityTypeConfiguration<VolunteerTitle>
    {
        public void Configure(EntityTypeBuilder<VolunteerTitle> title)
        {
            title.HasKey(t => t.Id);
            title.Property(t => t.Id).ValueGeneratedNever();
            title.Property(t => t.Profession).HasConversion(profession => profession.Code, code => Profession.Find(code)!);
            title.Property(t => t.AskedLevel).HasConversion<int>();
            title.Property(t => t.Level).HasConversion<int?>();
            title.Ignore(t => t.Title);
        }
    }
}
