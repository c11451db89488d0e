using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Delegations;
using Relais.Accounts.Readings;
using Relais.Accounts.Rights;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Administration;

internal sealed class PersonPageModel(
    RelaisDb db, IPeople people, IAccounts accounts, IRoles roles, ScopeChoice scopes, ScopeNames names, HandOvers handOvers, TimeProvider clock, Words T) : PageModel, IShowsPeople
{
    [BindProperty]
    public GiveForm Form { get; set; } = new();

    public PersonName Name { get; private set; } = null!;

    public IReadOnlyList<PersonAddress> Addresses { get; private set; } = [];

    public IReadOnlyList<HeldLine> Held { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles => ScopeChoice.Roles.Select(role => new SelectListItem(names.NameOf(role), $"{role}"));

    FileReading IShowsPeople.Reading => AccountsReadings.Account;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Name.Id];

    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellation) =>
        await LookAsync(person, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellation)
    {
        if (!await LookAsync(person, cancellation))
        {
            return NotFound();
        }

        var scope = Form.Role is { } role ? await scopes.ReadAsync(role, Form.Where, cancellation) : null;
        if (scope is { Problem: { } problem })
        {
            ModelState.AddModelError("Form.Where", problem);
        }

        var until = Form.Until is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : (DateTimeOffset?)null;
        if (until <= clock.GetUtcNow())
        {
            ModelState.AddModelError("Form.Until", T["Choisissez une date à venir"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.InTransactionAsync(
            async () =>
            {
                var account = await accounts.OpenAsync(Name.Id, cancellation);
                await roles.GiveAsync(account, Form.Role!.Value, scope!.Value!, Form.Reason!, cancellation, until);
            },
            cancellation);
        TempData.Announce(T["Le rôle est donné."]);
        return LocalRedirect($"/administration/comptes/{person}");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid person, Guid held, string? reason, CancellationToken cancellation)
    {
        if (!await LookAsync(person, cancellation) || !Held.Any(line => line.Id == held && line.IsActive))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500)
        {
            ModelState.AddModelError($"reason-{held}", T["Dites pourquoi ce rôle prend fin, en 500 caractères au plus"]);
            return Page();
        }

        await roles.EndAsync(held, reason, cancellation);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["Le rôle a pris fin."]);
        return LocalRedirect($"/administration/comptes/{person}");
    }

    private async Task<bool> LookAsync(Guid id, CancellationToken cancellation)
    {
        var person = new PersonId(id);
        if (await people.FindAsync(person, cancellation) is not { } name)
        {
            return false;
        }

        Name = name;
        Addresses = await people.AddressesAsync(person, cancellation);
        Held = await accounts.FindAsync(person, cancellation) is { } account ? await ListAsync(account, cancellation) : [];
        return true;
    }

    private async Task<IReadOnlyList<HeldLine>> ListAsync(AccountId account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var handedOver = await handOvers.OfAsync(account, cancellation);
        var lines = new List<HeldLine>();
        foreach (var held in await db.Set<HeldRole>().AsNoTracking().Where(role => role.AccountId == account).OrderByDescending(role => role.ValidFrom).ToListAsync(cancellation))
        {
            var assignment = held.ToAssignment();
            lines.Add(new HeldLine(held, await names.DescribeAsync(assignment, cancellation), assignment.IsActiveAt(now))
            {
                ConfidedBy = held is { DelegationId: not null, GivenBy: { } giver } ? await handOvers.NameAsync(giver, cancellation) : null,
                HandedOver = [.. handedOver.Where(line => line.Delegation is { AcceptedAt: not null } one && held.DelegationId is null
                    && one.AccountId == account && one.Role == held.Role && one.Scope == held.Scope)],
            });
        }

        return lines;
    }

    internal sealed record HeldLine(HeldRole Role, string Description, bool IsActive)
    {
        public Guid Id => Role.Id;

        /// <summary>Who handed it over, where it is another's.</summary>
        public string? ConfidedBy { get; init; }

        /// <summary>To whom it is handed over now.</summary>
        public IReadOnlyList<HandOverLine> HandedOver { get; init; } = [];
    }

    internal sealed class GiveForm
    {
        [Display(Name = "Rôle")]
        [Required(ErrorMessage = "Choisissez un rôle")]
        public Role? Role { get; init; }

        [Display(Name = "Où")]
        [StringLength(200)]
        public string? Where { get; init; }

        [Display(Name = "Jusqu’au")]
        public DateOnly? Until { get; init; }

        [Display(Name = "Raison")]
        [Required(ErrorMessage = "Dites pourquoi, par exemple « décision du directeur du 3 mars »")]
        [StringLength(500)]
        public string? Reason { get; init; }
    }
}
