using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;

namespace Relais.Missions.Statement;

/// <summary>A month of an establishment: who came, the hours agreed, what is owed and what is paid.</summary>
internal sealed class StatementPageModel(MonthStatement statements, TimeProvider clock) : PageModel, IShowsPeople
{
    private const int MonthsBack = 24;

    public StatementOfMonth Statement { get; private set; } = null!;

    /// <summary>Those that can be chosen, the newest first; the one shown is always among them.</summary>
    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    FileReading IShowsPeople.Reading => MissionsReadings.Owed;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => Statement.People;

    public async Task<IActionResult> OnGetAsync(Finess finess, string? mois, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await statements.FindAsync(finess, StatementOfMonth.Asked(mois, now), cancellation) is not { } statement)
        {
            return NotFound();
        }

        Statement = statement;
        var current = StatementOfMonth.Asked(null, now);
        Months = [.. Enumerable.Range(0, MonthsBack).Select(back => current.AddMonths(-back)).Append(statement.Month).Distinct().OrderDescending()];
        return Page();
    }
}
