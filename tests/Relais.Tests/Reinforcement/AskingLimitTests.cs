using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Time;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Preview;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Contracts;

namespace Relais.Tests.Reinforcement;

/// <summary>What people said about being asked holds at any hour and over all needs.</summary>
public sealed class AskingLimitTests(PostgresServer postgres)
{
    /// <summary>Tuesday 8 December 2026, 23 h in Paris.</summary>
    private static readonly DateTimeOffset LateEvening = new(2026, 12, 8, 22, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Morning = new(2026, 12, 9, 6, 0, 0, TimeSpan.Zero);

    private readonly SettableClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Who_chose_quiet_hours_is_asked_when_they_end_and_others_at_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var quiet = await AddNurseAsync(node, wishes: person => new ContactWishes { PersonId = person, WakesWhenUrgent = false });
        var awake = await AddNurseAsync(node, wishes: person => new ContactWishes { PersonId = person, QuietFrom = 60, QuietTo = 120 });

        var need = await PublishAsync(node, Thursday(), Urgency.Immediate);

        await Eventually.TrueAsync(async () => (await AskedAsync(node, need)).SequenceEqual([awake]), "the one who is awake is not asked, or the other is");
        var preview = await node.WithAsync<Previewing, PreviewView>(async previewing => await previewing.PreviewAsync(await FindAsync(node, need), Cancellation));
        Assert.Equal(1, preview.Steps.Single(step => step.Code is "quiet-hours").Stopped);

        _clock.Set(Morning);
        await Eventually.TrueAsync(async () => (await AskedAsync(node, need)).ToHashSet().SetEquals([awake, quiet]), "the quiet one is not asked in the morning");
    }

    [Theory, OnEveryEngine]
    public async Task When_everybody_sleeps_the_first_to_wake_decide_of_the_next_wave(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var inParis = await AddNurseAsync(node, wishes: person => new ContactWishes { PersonId = person, WakesWhenUrgent = false });
        await AddNurseAsync(node, wishes: person => new ContactWishes { PersonId = person, WakesWhenUrgent = false, QuietTo = 9 * 60 });

        var need = await PublishAsync(node, Thursday(), Urgency.Immediate);

        await Eventually.TrueAsync(async () => (await FindAsync(node, need)).NextWaveAt == Morning, "the next wave does not wait for the morning");
        Assert.Empty(await AskedAsync(node, need));
        _clock.Set(Morning);
        await Eventually.TrueAsync(async () => (await AskedAsync(node, need)).SequenceEqual([inParis]), "the first to wake is not asked");
    }

    [Theory, OnEveryEngine]
    public async Task Who_accepts_to_be_woken_is_asked_at_night_about_what_cannot_wait_and_not_about_the_rest(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var nurse = await AddNurseAsync(node, wishes: person => new ContactWishes { PersonId = person, WakesWhenUrgent = true });

        var planned = await PublishAsync(node, Thursday(), Urgency.Planned);
        var urgent = await PublishAsync(node, Thursday(1), Urgency.Immediate);

        await Eventually.TrueAsync(async () => (await AskedAsync(node, urgent)).SequenceEqual([nurse]), "the urgent need waits");
        await Eventually.TrueAsync(async () => (await FindAsync(node, planned)).NextWaveAt == Morning, "the planned need does not wait");
        Assert.Empty(await AskedAsync(node, planned));
    }

    [Theory, OnEveryEngine]
    public async Task The_weekly_limit_holds_over_all_needs_and_a_new_week_begins_afresh(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var nurse = await AddNurseAsync(node, new AskingPreferences { WeeklyLimit = 2 });
        NeedId[] needs =
        [
            await PublishAsync(node, Thursday(7), Urgency.Planned), await PublishAsync(node, Thursday(8), Urgency.Immediate), await PublishAsync(node, Thursday(14), Urgency.Planned),
        ];

        await Eventually.TrueAsync(async () => (await node.ReadAsync<Need>(need => need.Wave > 0)).Count is 3, "a need was not looked at");
        var asked = (await node.ReadAsync<Offer>(offer => offer.PersonId == nurse)).Select(offer => offer.NeedId).ToList();
        Assert.Equal(2, asked.Count);
        var left = Assert.Single(needs.Except(asked));
        Assert.Null((await FindAsync(node, left)).NextWaveAt);

        _clock.Set(Morning.AddDays(5));
        await Eventually.TrueAsync(async () => (await AskedAsync(node, left)).SequenceEqual([nurse]), "the new week brings no request");
    }

    [Theory, OnEveryEngine]
    public async Task Nobody_is_asked_during_a_pause_whatever_the_need_and_everybody_is_after_it(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var nurse = await AddNurseAsync(node, new AskingPreferences { PausedUntil = new DateOnly(2026, 12, 15), WeeklyLimit = 50 });

        await PublishAsync(node, Thursday(), Urgency.Immediate);
        await PublishAsync(node, Thursday(7), Urgency.Planned);
        await Eventually.TrueAsync(async () => (await node.ReadAsync<Need>(need => need.Wave > 0)).Count is 2, "a need was not looked at");
        Assert.Empty(await node.ReadAsync<Offer>(offer => offer.PersonId == nurse));

        _clock.Set(new DateTimeOffset(2026, 12, 15, 8, 0, 0, TimeSpan.Zero));
        var after = await PublishAsync(node, Thursday(7), Urgency.Planned);
        await Eventually.TrueAsync(async () => (await AskedAsync(node, after)).SequenceEqual([nurse]), "the pause does not end");
    }

    [Theory, OnEveryEngine]
    public async Task An_invitation_that_waits_for_the_morning_does_not_go_when_the_need_was_filled_meanwhile(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var folder = Directory.CreateTempSubdirectory("relais-").FullName;
        var node = Start(installation, ("Mail:Folder", folder));
        await AddNurseAsync(node, email: "ana@exemple.fr");
        var (filled, open) = (await PublishAsync(node, Thursday(), Urgency.Soon), await PublishAsync(node, Thursday(1), Urgency.Soon));
        await Eventually.TrueAsync(async () => (await InvitationsAsync(node)).Count(message => message.LastError is "quiet-hours") is 2, "the invitations do not wait");
        Assert.Equal(Morning, (await FindAsync(node, open)).NextWaveAt);

        await node.WithAsync<NeedLife, NeedResult>(life => life.CloseAsync(filled, Cancellation));
        _clock.Set(Morning);

        await Eventually.TrueAsync(async () => (await InvitationsAsync(node)).TrueForAll(message => message.State is not (MessageState.Waiting or MessageState.Sending)), "an invitation still waits");
        var offers = await node.ReadAsync<Offer>(offer => offer.NeedId == filled || offer.NeedId == open);
        var states = (await InvitationsAsync(node)).ToDictionary(message => offers.Single(offer => offer.Id.Value == message.AboutId).NeedId, message => message.State);
        Assert.Equal((MessageState.Cancelled, MessageState.Sent), (states[filled], states[open]));
        Directory.Delete(folder, recursive: true);
    }

    private Node Start(Installation installation, params (string Key, string Value)[] settings)
    {
        _clock.Set(LateEvening);
        return installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)), settings);
    }

    /// <summary>10 December from 8 h to 13 h in Paris, or so many days later.</summary>
    private static DateTimeOffset Thursday(int later = 0) => new(2026, 12, 10 + later, 7, 0, 0, TimeSpan.Zero);

    private static async Task<PersonId> AddNurseAsync(
        Node node, AskingPreferences? preferences = null, Func<PersonId, ContactWishes>? wishes = null, string? email = null)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var (db, people) = (scope.ServiceProvider.GetRequiredService<RelaisDb>(), scope.ServiceProvider.GetRequiredService<IPeople>());
        var person = people.Create(new NewPerson("Ana", "Le Goff"));
        if (email is not null)
        {
            Assert.True(ContactPoint.TryEmail(email, out var address));
            await people.AddAddressAsync(person, address, Cancellation, isProved: true);
        }

        await db.SaveChangesAsync(Cancellation);
        if (wishes is not null)
        {
            db.Add(wishes(person));
            await db.SaveChangesAsync(Cancellation);
        }

        await scope.ServiceProvider.GetRequiredService<IVolunteerLoader>()
            .WriteAsync([Invented.Nurse(person) with { Preferences = preferences ?? new AskingPreferences() }], Cancellation);
        return person;
    }

    private static async Task<NeedId> PublishAsync(Node node, DateTimeOffset startsAt, Urgency urgency)
    {
        var need = ReinforcementWorld.NewNeed(1, startsAt, TimeSpan.FromHours(5));
        (need.State, need.Urgency) = (NeedState.Draft, urgency);
        await node.WithDbAsync(db =>
        {
            db.Add(need);
            return db.SaveChangesAsync(Cancellation);
        });
        Assert.IsType<NeedResult.Done>(await node.WithAsync<NeedLife, NeedResult>(life => life.PublishAsync(need.Id, Cancellation)));
        return need.Id;
    }

    private static async Task<Need> FindAsync(Node node, NeedId need) => Assert.Single(await node.ReadAsync<Need>(n => n.Id == need));

    private static async Task<List<PersonId>> AskedAsync(Node node, NeedId need) =>
        (await node.ReadAsync<Offer>(offer => offer.NeedId == need)).ConvertAll(offer => offer.PersonId);

    private static async Task<List<Message>> InvitationsAsync(Node node) =>
        (await node.MessagesAsync()).FindAll(message => message.Template is "offer-invitation");
}
