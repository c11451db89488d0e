using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Volunteers.Registration;

/// <summary>A registration begun: its answers so far. Its id travels in a signed cookie alone.</summary>
internal sealed class RegistrationDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Answers { get; set; } = "{}";

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegistrationDraft>
    {
        public void Configure(EntityTypeBuilder<RegistrationDraft> registration) => registration.HasKey(r => r.Id);
    }
}
