using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Kernel.Time;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

/// <summary>A nurse who tells the shifts at her hospital, on Friday 20 November 2026 at 10:00 in Paris.</summary>
internal sealed class ToldShifts : IAsyncDisposable
{
    private readonly Installation _installation;

    private ToldShifts(Installation installation)
    {
        _installation = installation;
        Clock.Set(At("2026-11-20 10:00"));
        Node = installation.AddNode(services => services.AddSingleton<TimeProvider>(Clock));
    }

    public PersonId Nurse { get; } = PersonId.New();

    public SettableClock Clock { get; } = new();

    public Node Node { get; }

    public static async Task<ToldShifts> StartAsync(Engine engine, PostgresServer postgres) => new(await Installation.CreateAsync(engine, postgres));

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    public Task<EmployerHours> ReadAsync() => WithBookAsync((book, cancellation) => book.ReadAsync(Nurse, cancellation));

    public async Task<HoldAnswer.Held> HoldAtAsync(string start, string end) =>
        Assert.IsType<HoldAnswer.Held>(await Node.HoldAsync(Hours(Nurse.Value, start, end)));

    public async Task<CommitmentId> AddAsync(string start, string end) =>
        Assert.IsType<ShiftAnswer.Recorded>(await TypeAsync(start, end, breakMinutes: 0)).Id;

    public async Task<ShiftAnswer.Refused> RefusedShiftAsync(string start, string end, int breakMinutes = 0) =>
        Assert.IsType<ShiftAnswer.Refused>(await TypeAsync(start, end, breakMinutes));

    public Task<CalendarAnswer> AnswerAsync(string file, string fileName = "planning.ics", bool wholeDaysAreWorked = false) =>
        WithBookAsync((book, cancellation) => book.ReadCalendarAsync(
            new CalendarUpload
            {
                Person = Nurse,
                FileName = fileName,
                Content = new MemoryStream(Encoding.UTF8.GetBytes(file)),
                TimeZone = "Europe/Paris",
                WholeDaysAreWorked = wholeDaysAreWorked,
            },
            cancellation));

    public async Task<CalendarAnswer.Read> ReadFileAsync(string file, string fileName = "planning.ics", bool wholeDaysAreWorked = false) =>
        Assert.IsType<CalendarAnswer.Read>(await AnswerAsync(file, fileName, wholeDaysAreWorked));

    public Task<CalendarAnswer?> ApplyAsync(EmployerImportId id, PersonId? person = null) =>
        WithBookAsync((book, cancellation) => book.ApplyAsync(person ?? Nurse, id, cancellation));

    public async Task<CalendarAnswer.Read> ImportAsync(string file, string fileName = "planning.ics") =>
        Assert.IsType<CalendarAnswer.Read>(await ApplyAsync((await ReadFileAsync(file, fileName)).Id));

    public Task<bool> PurgeAsync(DateTimeOffset endedBefore) => WithServicesAsync(async (services, cancellation) =>
    {
        foreach (var rule in services.GetServices<IRetentionRule>().Where(rule => rule.Key.StartsWith("commitments.", StringComparison.Ordinal)))
        {
            await rule.ApplyAsync(endedBefore, cancellation);
        }

        return true;
    });

    public Task<T> WithBookAsync<T>(Func<IEmployerShifts, CancellationToken, Task<T>> work) =>
        WithServicesAsync((services, cancellation) => work(services.GetRequiredService<IEmployerShifts>(), cancellation));

    public Task<bool> WithBookAsync(Func<IEmployerShifts, CancellationToken, Task> work) => WithBookAsync(async (book, cancellation) =>
    {
        await work(book, cancellation);
        return true;
    });

    private async Task<T> WithServicesAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        await using var scope = Node.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, TestContext.Current.CancellationToken);
    }

    private Task<ShiftAnswer> TypeAsync(string start, string end, int breakMinutes) => WithBookAsync((book, cancellation) => book.AddAsync(
        new NewEmployerShift { Person = Nurse, When = new Interval(At(start), At(end)), BreakMinutes = breakMinutes, TimeZone = "Europe/Paris" },
        cancellation));
}
