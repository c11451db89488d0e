using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;

namespace Relais.Replies.Questions;

/// <summary>A question that was put to a number.</summary>
internal sealed class Question
{
    /// <summary>No vowel and no N: « oui à 22 h », « non », « o » say other things.</summary>
    public const string Letters = "BCDFGHJKLMPRSTVWXZ";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Number { get; init; }

    public required string Letter { get; set; }

    public required PersonId PersonId { get; init; }

    public required string AboutKind { get; init; }

    public required Guid AboutId { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required DateTimeOffset OpenedAt { get; set; }

    /// <summary>When it was found to await no answer any more; its letter is free again.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Question>
    {
        public void Configure(EntityTypeBuilder<Question> question) => question.HasKey(q => q.Id);
    }
}
