using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Commitments.Holding;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Matching.Rest;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.OwnPool;

namespace Relais.Tests.Accounts.Duplicates;

/// <summary>People who live at random in every room of the house: the same seed makes the same lives.</summary>
internal sealed class RandomLives(Node node, int seed)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly Random _random = new(seed);
    private readonly List<Need> _needs = [];

    public List<PersonId> People { get; } = [];

    /// <summary>So many people, most with a dossier, and needs about which they may be asked.</summary>
    public async Task BeginAsync(int people, int needs)
    {
        for (var number = 0; number < people; number++)
        {
            People.Add(await OpenAsync(hasDossier: _random.Next(5) > 0, hasAccount: _random.Next(3) > 0));
        }

        for (var number = 0; number < needs; number++)
        {
            var need = ReinforcementWorld.NewNeed(headCount: 2, ReinforcementWorld.Night(2 + number), filling: _random.Next(3) is 0 ? Filling.ChosenByManager : Filling.FirstSuitable);
            await node.AskAsync(need, people: 0);
            _needs.Add(need);
        }
    }

    public async Task LiveAsync(int steps, params IReadOnlyList<PersonId> people)
    {
        for (var step = 0; step < steps; step++)
        {
            await StepAsync(people[_random.Next(people.Count)]);
        }
    }

    private async Task<PersonId> OpenAsync(bool hasDossier, bool hasAccount)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var person = services.GetRequiredService<IPeople>().Create(new NewPerson("Anna", $"Le Goff {_random.Next(3)}"));
        await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        if (hasDossier)
        {
            // Nobody is asked by a wave: what happens is what is drawn here.
            await services.GetRequiredService<Dossiers>().OpenAsync(Invented.Nurse(person) with { Preferences = new AskingPreferences { IsOn = false } }, Stop);
        }

        if (hasAccount)
        {
            var account = await services.GetRequiredService<IAccounts>().OpenAsync(person, Stop);
            await services.GetRequiredService<IRoles>().GiveAsync(account, Role.Volunteer, new Scope.Self(person), "test", Stop);
        }

        await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        return person;
    }

    private Task StepAsync(PersonId person) => _random.Next(11) switch
    {
        0 or 1 => AskAsync(person),
        2 or 3 or 4 => AnswerAsync(person),
        5 => SaveAsync<IPeople>(people => people.AddAddressAsync(person, Address(), Stop, isProved: _random.Next(2) is 0)),
        6 => StopMessagesAsync(person),
        7 => SaveAsync<Dossiers>(dossiers => dossiers.ChangeMineAsync(person, "spell", volunteer => volunteer.Add(Spell()), Stop)),
        8 => WorkAtEmployerAsync(person),
        9 => SaveAsync<RelaisDb>(db => AddAsync(db, new OwnPoolMember
        {
            Finess = ReinforcementWorld.Hospital, FirstName = "Anna", LastName = "Le Goff", Email = $"pool{_random.Next(100000)}@exemple.fr", PersonId = person, AddedAt = DateTimeOffset.UtcNow,
        })),
        _ => GiveRoleAsync(person),
    };

    private async Task AskAsync(PersonId person)
    {
        var need = _needs[_random.Next(_needs.Count)];
        await SaveAsync<RelaisDb>(async db =>
        {
            if (!await db.Set<Offer>().AnyAsync(offer => offer.NeedId == need.Id && offer.PersonId == person, Stop))
            {
                db.Add(ReinforcementWorld.NewOffer(need, person));
            }
        });
    }

    private async Task AnswerAsync(PersonId person)
    {
        var offers = (await node.ReadAsync<Offer>(offer => offer.PersonId == person)).OrderBy(offer => offer.Id.Value).ToList();
        if (offers.Count is 0)
        {
            return;
        }

        var offer = offers[_random.Next(offers.Count)];
        var how = _random.Next(6);
        await SaveAsync<Answering>(answering => how switch
        {
            0 => answering.DeclineAsync(offer.Id, notThisWeek: _random.Next(2) is 0, "Pas cette nuit", Stop),
            1 => answering.WithdrawAsync(offer.Id, "Empêchée", Stop),
            2 => answering.UndoAsync(offer.Id, Stop),
            _ => answering.AcceptAsync(offer.Id, version: null, Stop),
        });
    }

    private Task StopMessagesAsync(PersonId person) =>
        SaveAsync<IRecipientDirectory>(directory => directory.StopAsync(person.Value, _random.Next(2) is 0 ? Channel.Email : Channel.Sms, Stop));

    private async Task WorkAtEmployerAsync(PersonId person)
    {
        var start = ReinforcementWorld.Night(1 + _random.Next(12)).AddHours(_random.Next(12));
        await SaveAsync<RelaisDb>(async db =>
        {
            if (!await db.Set<Commitment>().AnyAsync(held => held.PartyId == person.Value && held.ReleasedAt == null && held.StartsAt < start.AddHours(8) && held.EndsAt > start, Stop))
            {
                db.Add(new Commitment
                {
                    PartyKind = PartyKind.Person, PartyId = person.Value, StartsAt = start, EndsAt = start.AddHours(8), WorkedMinutes = 480, AtEmployer = true,
                    Source = "employer", SourceId = Guid.CreateVersion7(), TimeZone = "Europe/Paris", HeldAt = DateTimeOffset.UtcNow,
                });
            }
        });
    }

    private Task GiveRoleAsync(PersonId person) => SaveAsync<IServiceProvider>(async services =>
    {
        var account = await services.GetRequiredService<IAccounts>().OpenAsync(person, Stop);
        var scope = new Scope.Facility(_random.Next(2) is 0 ? "290000017" : "560000127");
        await services.GetRequiredService<IRoles>().GiveAsync(account, Role.FacilityManager, scope, "test", Stop);
    });

    /// <summary>Few addresses, so that two dossiers often have the same.</summary>
    private ContactPoint Address()
    {
        var isMobile = _random.Next(2) is 0;
        var number = _random.Next(4);
        ContactPoint? address;
        Assert.True(isMobile ? ContactPoint.TryMobile($"06 12 34 56 7{number}", out address) : ContactPoint.TryEmail($"anna{number}@exemple.fr", out address));
        return address;
    }

    private Spell Spell()
    {
        var start = ReinforcementWorld.Night(1 + _random.Next(5));
        return new Spell(_random.Next(2) is 0 ? SpellKind.Available : SpellKind.Blocked, new Interval(start, start.AddHours(6)));
    }

    private static Task AddAsync(RelaisDb db, object row)
    {
        db.Add(row);
        return Task.CompletedTask;
    }

    private async Task SaveAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = node.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
    }
}
