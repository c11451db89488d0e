using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.OwnPool;

namespace Relais.Volunteers.Registration;

/// <summary>What came of a registration.</summary>
internal abstract record RegistrationOutcome
{
    private RegistrationOutcome()
    {
    }

    public sealed record Registered(PersonId Person, AccountId Account) : RegistrationOutcome;

    /// <summary>The number of the directory belongs to another dossier.</summary>
    public sealed record RppsTaken : RegistrationOutcome;

    /// <summary>The person has a dossier already, opened a moment ago in another tab.</summary>
    public sealed record AlreadyRegistered(PersonId Person) : RegistrationOutcome;
}

/// <summary>Makes a person, an account, a role and a dossier of a registration, all or nothing: the page and the API alike.</summary>
internal sealed class Registering(RelaisDb db, IPeople people, IAccounts accounts, IRoles roles, Dossiers dossiers, OwnPools pools)
{
    private static readonly PersonId NotYet = new(Guid.Empty);

    /// <summary>Completes the dossier with the person; work of the caller done within joins the transaction.</summary>
    /// <param name="who">Name and addresses.</param>
    /// <param name="known">Who is signed in, or nobody.</param>
    /// <param name="dossier">Everything else; its person is given here.</param>
    /// <param name="alongside">What must happen if, and only if, the registration does.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RegistrationOutcome> RegisterAsync(
        WhoForm who, PersonId? known, Func<PersonId, NewVolunteer> dossier, Func<Task> alongside, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(() => RegisterWithinAsync(who, known, dossier, alongside, cancellation), cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy(Dossiers.RppsConstraint, "volunteer.rpps"))
        {
            return new RegistrationOutcome.RppsTaken();
        }
        catch (DbUpdateException exception) when (known is { } person && exception.RefusedBy("volunteer_pkey", "volunteer.person_id"))
        {
            return new RegistrationOutcome.AlreadyRegistered(person);
        }
    }

    private async Task<RegistrationOutcome> RegisterWithinAsync(
        WhoForm who, PersonId? known, Func<PersonId, NewVolunteer> dossier, Func<Task> alongside, CancellationToken cancellation)
    {
        if (dossier(NotYet).Rpps is { } rpps && await dossiers.IsTakenAsync(rpps, except: null, cancellation))
        {
            return new RegistrationOutcome.RppsTaken();
        }

        var person = known ?? people.Create(new NewPerson(who.FirstName!, who.LastName!));
        foreach (var address in who.Addresses())
        {
            await people.AddAddressAsync(person, address, cancellation);
        }

        var account = await accounts.OpenAsync(person, cancellation);
        await roles.GiveAsync(account, Role.Volunteer, new Scope.Self(person), "registration", cancellation);
        await dossiers.OpenAsync(dossier(person), cancellation);
        await pools.RecogniseAsync(person, who.FirstName!, who.LastName!, who.Addresses(), cancellation);
        await alongside();
        return new RegistrationOutcome.Registered(person, account);
    }
}
