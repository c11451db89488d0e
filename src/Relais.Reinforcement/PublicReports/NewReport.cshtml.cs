using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Time;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination;

namespace Relais.Reinforcement.PublicReports;

/// <summary>A coordinator looks at what everybody would read of a period, and publishes it or not.</summary>
internal sealed class NewReportModel(PublishedReports reports, PublicFigureBook book, CoordinatedPlaces places, TimeProvider clock, Words T) : PageModel, IHasTables
{
    /// <summary>Where the current user coordinates: as roles say it, and as it is called.</summary>
    public IReadOnlyList<(string Scope, string Name)> Places { get; private set; } = [];

    public IReadOnlyList<DateOnly> Months => ReportPeriod.Offered(Today);

    public string Scope { get; private set; } = "";

    public string? From { get; private set; }

    public string? To { get; private set; }

    /// <summary>Nothing when the months are no period.</summary>
    public ReportView? View { get; private set; }

    /// <summary>Nothing was asked for: there is nothing to tell.</summary>
    public bool IsEmpty => View?.Figures.Asked is 0;

    public PublicReport? Overlapping { get; private set; }

    /// <summary>What is published where the current user coordinates.</summary>
    public IReadOnlyList<PublicReport> Mine { get; private set; } = [];

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    Sheet? IHasTables.Table(string? name) => View?.SheetOf(name);

    public Task OnGetAsync(string? territoire, string? de, string? a, CancellationToken cancellation) =>
        ShowAsync(territoire, de ?? MonthText.Write(Months[0]), a ?? MonthText.Write(Months[0]), cancellation);

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation)
    {
        await ShowAsync(Form.Scope, Form.From, Form.To, cancellation);
        if (Overlapping is not null)
        {
            return Told();
        }

        if (!ModelState.IsValid || View is null || IsEmpty || Form.Scope != Scope)
        {
            return Page();
        }

        var (place, period) = (Places.First(one => one.Scope == Scope).Name, ReportPeriod.Read(From, To, Today)!);
        if (await reports.PublishAsync(Accounts.Contracts.Scope.Parse(Scope), place, period, Form.Foreword?.Trim() ?? "", cancellation) is not { } report)
        {
            await ShowAsync(Scope, From, To, cancellation);
            return Told();
        }

        TempData.Announce(T["Le bilan est publié"]);
        return LocalRedirect($"/bilans/{report.Id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        await ShowAsync(scope: null, from: null, to: null, cancellation);
        if (!Mine.Any(report => report.Id == id))
        {
            return NotFound();
        }

        await reports.WithdrawAsync(id, cancellation);
        TempData.Announce(T["Le bilan est retiré"]);
        return LocalRedirect("/pilotage/bilans");
    }

    /// <summary>Another report tells a month of it.</summary>
    private PageResult Told()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task ShowAsync(string? scope, string? from, string? to, CancellationToken cancellation)
    {
        Places = await places.ListAsync(cancellation);
        (Scope, From, To) = (Places.FirstOrDefault(one => one.Scope == scope, Places[0]).Scope, from, to);
        Mine = [.. (await reports.ListAsync(cancellation)).Where(report => Places.Any(place => place.Scope == report.Scope))];
        if (ReportPeriod.Read(from, to, Today) is { } period)
        {
            var here = Accounts.Contracts.Scope.Parse(Scope);
            View = new ReportView(Places.First(one => one.Scope == Scope).Name, period.First, period.Last, await book.OfAsync(here, period, cancellation), T);
            Overlapping = await reports.OverlappingAsync(here, period, cancellation);
        }
    }
}
