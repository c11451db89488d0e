using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Coordination.Calls;

internal enum CallOutcome
{
    [Display(Name = "Vient", Description = "La place est prise tout de suite, comme par son propre oui.")]
    Comes,

    [Display(Name = "Ne vient pas")]
    DoesNotCome,

    [Display(Name = "Pas de réponse")]
    NotReached,

    [Display(Name = "Message laissé")]
    MessageLeft,

    [Display(Name = "À rappeler")]
    CallBack,
}

/// <summary>Somebody of the coordination called a person about a need.</summary>
internal sealed class NeedCall
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required NeedId NeedId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Who of the coordination.</summary>
    public required PersonId CalledBy { get; init; }

    public required DateTimeOffset CalledAt { get; init; }

    public required CallOutcome Outcome { get; init; }

    /// <summary>When the person asked to be called again.</summary>
    public DateTimeOffset? CallBackAt { get; init; }

    public string? Note { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<NeedCall>
    {
        public void Configure(EntityTypeBuilder<NeedCall> call)
        {
            call.HasKey(c => c.Id);
            call.Property(c => c.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
        }
    }
}
