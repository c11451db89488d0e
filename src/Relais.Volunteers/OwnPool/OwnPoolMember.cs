using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;

namespace Relais.Volunteers.OwnPool;

internal enum MemberState
{
    /// <summary>Known to the establishment; has not been written to.</summary>
    Listed,

    Invited,

    /// <summary>Accepts to be asked first by this establishment.</summary>
    Agreed,

    Declined,
}

/// <summary>Somebody whom an establishment knows and would ask first.</summary>
internal sealed class OwnPoolMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Finess Finess { get; init; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string SearchKey { get; set; } = "";

    public string? Email { get; set; }

    public string? Mobile { get; set; }

    /// <summary>Code of a profession of the grid, where the establishment said it.</summary>
    public string? Profession { get; set; }

    public MemberState State { get; set; }

    /// <summary>The dossier of this person, once they agreed and have one.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>The import that last wrote this row.</summary>
    public Guid? ImportId { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? InvitedAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string FullName => $"{FirstName} {LastName}";

    public void Index() => SearchKey = Kernel.Text.SearchKey.From(LastName, FirstName, Email, Mobile);

    /// <summary>Everything that an undo must bring back, in a form that can be compared.</summary>
    public string Picture() => JsonSerializer.Serialize(new MemberPicture(
        FirstName, LastName, SearchKey, Email, Mobile, Profession, State, PersonId?.Value, ImportId, InvitedAt?.UtcTicks, AnsweredAt?.UtcTicks));

    public void Restore(string picture)
    {
        var before = JsonSerializer.Deserialize<MemberPicture>(picture)!;
        (FirstName, LastName, SearchKey, Email, Mobile, Profession) = (before.FirstName, before.LastName, before.SearchKey, before.Email, before.Mobile, before.Profession);
        (State, PersonId, ImportId) = (before.State, before.PersonId is { } person ? new PersonId(person) : null, before.ImportId);
        (InvitedAt, AnsweredAt) = (Instant(before.InvitedAt), Instant(before.AnsweredAt));
    }

    private static DateTimeOffset? Instant(long? ticks) => ticks is { } known ? new DateTimeOffset(known, TimeSpan.Zero) : null;

    internal sealed class Mapping : IEntityTypeConfiguration<OwnPoolMember>
    {
        public void Configure(EntityTypeBuilder<OwnPoolMember> member)
        {
            member.HasKey(m => m.Id);
            member.Property(m => m.Id).ValueGeneratedNever();
            member.Ignore(m => m.FullName);
        }
    }

    private sealed record MemberPicture(
        string FirstName, string LastName, string SearchKey, string? Email, string? Mobile, string? Profession, MemberState State, Guid? PersonId, Guid? ImportId, long? InvitedAt, long? AnsweredAt);
}
