using Relais.Kernel.Rules;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Pay;

/// <summary>Says what a shift pays, from the rules in force on its day.</summary>
internal sealed class PayQuotes(DatedRules rules)
{
    public const string RateKind = "requisition-rate";
    public const string IncreaseKind = "requisition-increase";

    /// <param name="isSalaried">Whether an employer pays the person otherwise: the orders tell salaried from liberal.</param>
    public async Task<PayQuote> QuoteAsync(Need need, VolunteerStatus status, bool isSalaried, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
        var minutes = (int)(need.EndsAt - need.StartsAt).TotalMinutes - need.BreakMinutes;
        switch (need.PayBasis)
        {
            case PayBasis.Unpaid:
                return new PayQuote.Unpaid();
            case PayBasis.Contract:
                PayLine line = new(minutes, need.HourlyCents!.Value);
                return new PayQuote.Amount(Worth([line]), "", [line]);
            default:
                return await RequisitionAsync(need, zone, StatusKey(status, isSalaried), cancellation);
        }
    }

    private static string StatusKey(VolunteerStatus status, bool isSalaried) => status switch
    {
        VolunteerStatus.Student => "student",
        VolunteerStatus.Retired => "retired",
        _ => isSalaried ? "salaried" : "liberal",
    };

    private async Task<PayQuote> RequisitionAsync(Need need, TimeZoneInfo zone, string statusKey, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.StartsAt, zone).DateTime);
        var rate = await rules.FindAsync<RequisitionRate>(RateKind, $"{need.Cell.Profession.Code}/{statusKey}", day, cancellation);
        if (rate is null)
        {
            return new PayQuote.NoPublishedRate();
        }

        var increase = await rules.FindAsync<RequisitionIncrease>(IncreaseKind, need.CommuneCode.Department, day, cancellation);
        var percent = 100 + (increase?.Value.Percent ?? 0);
        var (dayMinutes, evening, night) = PayBands.Cut(need.StartsAt, need.EndsAt, zone, need.BreakMinutes);
        PayLine[] lines =
        [
            .. new[] { new PayLine(dayMinutes, rate.Value.Day), new PayLine(evening, rate.Value.Evening), new PayLine(night, rate.Value.Night) }
                .Where(line => line.Minutes > 0)
                .Select(line => line with { HourlyCents = line.HourlyCents * percent / 100 }),
        ];
        return new PayQuote.Amount(Worth(lines), rate.Reference, lines);
    }

    /// <summary>Rounded to the cent, half up, once for the whole shift.</summary>
    private static long Worth(IEnumerable<PayLine> lines) => (lines.Sum(line => (long)line.Minutes * line.HourlyCents) + 30) / 60;
}
