using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

/// <summary>What the database refuses by itself: each of these turns red when the constraint is dropped from its migration.</summary>
public sealed class OverlapConstraintTests(PostgresServer postgres)
{
    private readonly Guid _nurse = Guid.CreateVersion7();

    [Theory, OnEveryEngine]
    public async Task The_database_alone_refuses_a_second_row_over_the_first(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await InsertAsync(node, _nurse, "2025-03-10 08:00", "2025-03-10 16:00");

        await RefusedAsync(() => InsertAsync(node, _nurse, "2025-03-10 15:59", "2025-03-10 20:00"));
        await RefusedAsync(() => InsertAsync(node, _nurse, "2025-03-10 06:00", "2025-03-10 20:00"));
        await RefusedAsync(() => InsertAsync(node, _nurse, "2025-03-10 10:00", "2025-03-10 11:00"));
    }

    [Theory, OnEveryEngine]
    public async Task Nothing_but_the_constraint_stands_between_two_rows_at_the_same_hours(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await InsertAsync(node, _nurse, "2025-03-10 08:00", "2025-03-10 16:00");
        await RefusedAsync(() => InsertAsync(node, _nurse, "2025-03-10 10:00", "2025-03-10 11:00"));

        await node.WithoutExclusionAsync("commitment", "commitment_no_overlap");

        await InsertAsync(node, _nurse, "2025-03-10 10:00", "2025-03-10 11:00");
    }

    [Theory, OnEveryEngine]
    public async Task Rows_that_touch_are_of_another_party_or_are_released_do_not_overlap(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await InsertAsync(node, _nurse, "2025-03-10 08:00", "2025-03-10 16:00");

        await InsertAsync(node, _nurse, "2025-03-10 16:00", "2025-03-10 20:00");
        await InsertAsync(node, _nurse, "2025-03-10 06:00", "2025-03-10 08:00");
        await InsertAsync(node, Guid.CreateVersion7(), "2025-03-10 08:00", "2025-03-10 16:00");
        await InsertAsync(node, _nurse, "2025-03-10 08:00", "2025-03-10 16:00", PartyKind.Room);
        await InsertAsync(node, _nurse, "2025-03-10 08:00", "2025-03-10 16:00", released: true);
    }

    [Theory, OnEveryEngine]
    public async Task No_update_brings_two_live_rows_together(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await InsertAsync(node, _nurse, "2025-03-10 08:00", "2025-03-10 16:00");
        var later = await InsertAsync(node, _nurse, "2025-03-10 18:00", "2025-03-10 20:00");
        var released = await InsertAsync(node, _nurse, "2025-03-10 09:00", "2025-03-10 10:00", released: true);
        var others = await InsertAsync(node, Guid.CreateVersion7(), "2025-03-10 09:00", "2025-03-10 10:00");

        await RefusedAsync(() => MoveAsync(node, later, "2025-03-10 15:00"));
        await RefusedAsync(() => WriteAsync(node, db => db.Database.ExecuteSqlAsync($"UPDATE commitment SET released_at = NULL WHERE id = {released}")));
        await RefusedAsync(() => WriteAsync(node, db => db.Database.ExecuteSqlAsync($"UPDATE commitment SET party_id = {_nurse} WHERE id = {others}")));
        Assert.Equal(1, await MoveAsync(node, later, "2025-03-10 16:00"));
    }

    [Theory, OnEveryEngine]
    public async Task A_row_without_duration_is_refused(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);

        await Assert.ThrowsAnyAsync<DbException>(() => InsertAsync(installation.AddNode(), _nurse, "2025-03-10 16:00", "2025-03-10 16:00"));
    }

    /// <summary>Writes by SQL alone: no code of ours stands between the row and the constraint.</summary>
    private static async Task<Guid> InsertAsync(Node node, Guid party, string start, string end, PartyKind kind = PartyKind.Person, bool released = false)
    {
        var id = Guid.CreateVersion7();
        await WriteAsync(node, db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO commitment (id, party_kind, party_id, starts_at, ends_at, worked_minutes, at_employer, source, source_id, time_zone, held_at, released_at)
            VALUES ({id}, {kind.ToString()}, {party}, {db.Parameter(At(start))}, {db.Parameter(At(end))}, 60, {false}, 'test', {id}, 'Europe/Paris',
                    {db.Parameter(At(start))}, {(released ? db.Parameter(At(end)) : null)})
            """));
        return id;
    }

    private static Task<int> MoveAsync(Node node, Guid id, string start) =>
        WriteAsync(node, db => db.Database.ExecuteSqlAsync($"UPDATE commitment SET starts_at = {db.Parameter(At(start))} WHERE id = {id}"));

    private static Task<int> WriteAsync(Node node, Func<RelaisDb, Task<int>> write) => node.WithDbAsync(write);

    private static async Task RefusedAsync(Func<Task> write)
    {
        var exception = await Assert.ThrowsAnyAsync<DbException>(write);
        Assert.True(exception.RefusedBy("commitment_no_overlap"), exception.Message);
    }
}
