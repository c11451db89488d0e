using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Messages;

namespace Relais.Accounts.People;

/// <summary>A sort of messages that the person does not want by a channel.</summary>
internal sealed class RefusedTopic
{
    public required PersonId PersonId { get; init; }

    public required MessageTopic Topic { get; init; }

    public required Channel Channel { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RefusedTopic>
    {
        public void Configure(EntityTypeBuilder<RefusedTopic> refused)
        {
            refused.HasKey(r => new { r.PersonId, r.Topic, r.Channel });
            refused.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        }
    }
}
