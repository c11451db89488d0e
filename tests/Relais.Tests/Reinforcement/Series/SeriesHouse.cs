using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Reinforcement.Api;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Series;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;

namespace Relais.Tests.Reinforcement.Series;

/// <summary>The hospital of Carhaix, with the clock in the hands of the test: Monday 23 November 2026, 9 h in Paris.</summary>
internal sealed class SeriesHouse(Installation installation) : IAsyncDisposable
{
    public static readonly DateOnly Monday = new(2026, 11, 23);
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public SettableClock Clock { get; } = new();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SeriesHouse> OpenAsync(Engine engine, PostgresServer postgres)
    {
        var house = new SeriesHouse(await Installation.CreateAsync(engine, postgres));
        house.Clock.Set(Morning);
        await using var node = new Node(house.ConnectionString, settings: ("Workers:Enabled", "false"));
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IFacilities>().Record(
            new NewFacility(ReinforcementWorld.Hospital, null, "Centre hospitalier de Carhaix", CommuneCode.Stored("29024"), "355", null, null, "test"));
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        return house;
    }

    private string ConnectionString => installation.ConnectionString;

    /// <param name="works">Whether it does the jobs that are due.</param>
    public Node AddNode(bool works = true)
    {
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)), ("Workers:Enabled", works ? "true" : "false"));
        _ = node.Services;
        return node;
    }

    public static Task<SignedIn> ManagerAsync(Node node) => node.SignInAsync((Role.FacilityManager, new Scope.Facility(ReinforcementWorld.Hospital.Value)));

    /// <summary>Nights from 20 h to 8 h, Monday to Friday, from tomorrow on.</summary>
    public static Recurrence Nights(int dates) => new()
    {
        From = Monday.AddDays(1),
        Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        End = new RecurrenceEnd.AfterDates(dates),
    };

    public static Task<SeriesRequest> RequestAsync(Node node, Recurrence pattern, Guid? id = null, int? leadDays = null) => node.WithAsync(async (NeedDrafts drafts) =>
    {
        var place = (await drafts.PlaceOfAsync(ReinforcementWorld.Hospital, Stop))!;
        var first = new NewNeedBody
        {
            Finess = place.Finess,
            Cell = ProfessionUnit.Find("nurse.intensive-care"),
            Level = LevelAsked.None,
            StartsAt = Morning,
            EndsAt = Morning.AddHours(12),
            Reason = "Congé maternité",
            Site = "Bâtiment B, 2e étage",
            PayBasis = PayBasis.Unpaid,
            ContactName = "Cadre de nuit",
            ContactPhone = "02 98 00 00 00",
        };
        return new SeriesRequest(id ?? Guid.CreateVersion7(), place, first, new TimeOnly(20, 0), new TimeOnly(8, 0), pattern, leadDays);
    });

    /// <returns>Whether it was this request that wrote the series.</returns>
    public static Task<bool> WriteAsync(Node node, SeriesRequest request) => node.WithAsync(async (SeriesDrafts series) =>
        await series.WriteAsync(request, Assert.IsType<SeriesAnswer.Planned>(await series.PlanAsync(request, Stop)).Plan, Stop));

    public static async Task<Guid> RepeatAsync(Node node, Recurrence pattern, int? leadDays = null)
    {
        var request = await RequestAsync(node, pattern, leadDays: leadDays);
        Assert.True(await WriteAsync(node, request));
        return request.Id;
    }

    public static async Task<List<Need>> NeedsAsync(Node node, Guid series) =>
        [.. (await node.ReadAsync<Need>(need => need.SeriesId == series)).OrderBy(need => need.SeriesDay)];

    public ValueTask DisposeAsync() => installation.DisposeAsync();
}
