using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Commitments.Holding;

namespace Relais.Tests.Commitments;

public sealed class RecordedRulesTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task The_law_that_comes_with_the_engine_is_recorded_at_first_start(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);

        var rules = installation.AddNode().Services.GetRequiredService<WorkingTimeRules>();

        Assert.Equal(WorkingTimeRules.ReadEmbedded().All, rules.All);
        Assert.NotNull(rules.NightOn(new DateOnly(2025, 3, 10)));
    }

    [Theory, OnEveryEngine]
    public async Task A_rule_that_is_closed_in_the_installation_no_longer_counts_from_the_next_start(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var nurse = Guid.CreateVersion7();
        await node.HeldAsync(Hours(nurse, "2026-11-23 09:00", "2026-11-23 21:00"));
        await node.RefusedAsync(Hours(nurse, "2026-11-24 07:00", "2026-11-24 12:00"));

        await node.SqlAsync($"UPDATE dated_rule SET valid_to = '2026-11-24' WHERE key = 'HospitalAgent/daily-rest'");

        await installation.AddNode().HeldAsync(Hours(nurse, "2026-11-24 07:00", "2026-11-24 12:00"));
    }
}
