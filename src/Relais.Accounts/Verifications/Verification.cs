using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Verifications;

internal sealed class Verification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required PersonId PersonId { get; init; }

    public int? AskedLevel { get; set; }

    public required string Evidence { get; set; }

    public required string Commune { get; set; }

    public string? Finess { get; set; }

    public VerificationState State { get; private set; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public AccountId? DecidedBy { get; private set; }

    public int? Level { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    /// <summary>What the decision rests on, for later: the documents themselves are gone.</summary>
    public string? Seen { get; private set; }

    public string? Reason { get; private set; }

    public Resource Where => new() { Commune = Commune, Finess = Finess };

    public VerificationStanding Standing => new(Id, State, SubmittedAt, DecidedAt, Level, ValidUntil, Reason);

    public void Decide(VerificationDecision decision, string seen)
    {
        if (State is not VerificationState.Waiting)
        {
            throw new InvalidOperationException($"The case is {State}");
        }

        (State, Level, ValidUntil, Reason) = (decision.Outcome, decision.Level, decision.ValidUntil, decision.Reason);
        (DecidedBy, DecidedAt, Seen) = (decision.By, decision.At, seen);
    }

    public void Withdraw() => State = VerificationState.Withdrawn;

    internal sealed class Mapping : IEntityTypeConfiguration<Verification>
    {
        public void Configure(EntityTypeBuilder<Verification> verification)
        {
            verification.HasKey(v => v.Id);
            verification.Property(v => v.State).IsConcurrencyToken();
            verification.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
            verification.HasOne<Account>().WithMany().HasForeignKey(v => v.DecidedBy);
            verification.Ignore(v => v.Where).Ignore(v => v.Standing);
        }
    }
}

internal sealed class VerificationFile
{
    public required Guid VerificationId { get; init; }

    public required Guid FileId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<VerificationFile>
    {
        public void Configure(EntityTypeBuilder<VerificationFile> file)
        {
            file.HasKey(f => new { f.VerificationId, f.FileId });
            file.HasOne<Verification>().WithMany().HasForeignKey(f => f.VerificationId);
        }
    }
}
