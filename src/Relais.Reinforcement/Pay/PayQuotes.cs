using Relais.Kernel.Rules;
using Relais.Matching.Rest;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Pay;

/// <summary>Says what a shift pays, from the rules in force on its day.</summary>
internal sealed class PayQuotes(DatedRules rules)
{
    public const string RateKind = "requisition-rate";
    public const string IncreaseKind = "requisition-increase";

    /// <summary>The whole shift, as it is planned.</summary>
    public Task<PayQuote> QuoteAsync(Need need, VolunteerStatus status, bool isSalaried, CancellationToken cancellation) =>
        QuoteAsync(need, new Interval(need.StartsAt, need.EndsAt), need.BreakMinutes, status, isSalaried, cancellation);

    /// <param name="when">The hours of it that are paid, from arrival to leaving.</param>
    /// <param name="isSalaried">Whether an employer pays the person otherwise: the orders tell salaried from liberal.</param>
    public async Task<PayQuote> QuoteAsync(Need need, Interval when, int breakMinutes, VolunteerStatus status, bool isSalaried, CancellationToken cancellation)
    {
        var minutes = (int)when.Length.TotalMinutes - breakMinutes;
        switch (need.PayBasis)
        {
            case PayBasis.Unpaid:
                return new PayQuote.Unpaid();
            case PayBasis.Contract:
                PayLine line = new(minutes, need.HourlyCents!.Value);
                return new PayQuote.Amount(Worth([line]), "", [line]);
            default:
                return await RequisitionAsync(need, when, breakMinutes, StatusKey(status, isSalaried), cancellation);
        }
    }

    private static string StatusKey(VolunteerStatus status, bool isSalaried) => status switch
    {
        VolunteerStatus.Student => "student",
        VolunteerStatus.Retired => "retired",
        _ => isSalaried ? "salaried" : "liberal",
    };

    private async Task<PayQuote> RequisitionAsync(Need need, Interval when, int breakMinutes, string statusKey, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(when.Start, zone).DateTime);
        var rate = await rules.FindAsync<RequisitionRate>(RateKind, $"{need.Cell.Profession.Code}/{statusKey}", day, cancellation);
        if (rate is null)
        {
            return new PayQuote.NoPublishedRate();
        }

        var increase = await rules.FindAsync<RequisitionIncrease>(IncreaseKind, need.CommuneCode.Department, day, cancellation);
        var percent = 100 + (increase?.Value.Percent ?? 0);
        var (dayMinutes, evening, night) = PayBands.Cut(when.Start, when.End, zone, breakMinutes);
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
