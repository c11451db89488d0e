using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Reinforcement.Offers;

/// <summary>How often a person was asked in a week, over all needs, against the limit that the person set.</summary>
internal sealed class RequestBudget
{
    public required PersonId PersonId { get; init; }

    /// <summary>The Monday of the week.</summary>
    public required DateOnly Week { get; init; }

    public required int Asked { get; init; }

    public required int Allowed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RequestBudget>
    {
        public void Configure(EntityTypeBuilder<RequestBudget> budget)
        {
            budget.HasKey(b => new { b.PersonId, b.Week });
            budget.Property(b => b.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        }
    }
}
