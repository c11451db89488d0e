using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>An extract that was offered, and what came of it.</summary>
internal sealed class RegisterRun
{
    public required int Number { get; init; }

    public required RegisterKind Register { get; init; }

    public required DateOnly Vintage { get; init; }

    /// <summary>The name of the file, without its folders.</summary>
    public required string File { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Why nothing was changed; nothing for an extract that was taken in.</summary>
    public RegisterFault? Fault { get; init; }

    public int? FaultLine { get; init; }

    public string? Detail { get; init; }

    public long Lines { get; init; }

    public long PassedOver { get; init; }

    public long Bad { get; init; }

    public long Kept { get; init; }

    public long Added { get; init; }

    public long Changed { get; init; }

    public long Vanished { get; init; }

    public long Forgotten { get; init; }

    public bool IsJson => File.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    internal sealed class Mapping : IEntityTypeConfiguration<RegisterRun>
    {
        public void Configure(EntityTypeBuilder<RegisterRun> run)
        {
            run.HasKey(r => r.Number);
            run.Ignore(r => r.IsJson);
            run.Property(r => r.Number).ValueGeneratedNever();
        }
    }
}
