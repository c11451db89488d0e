using Microsoft.Extensions.Configuration;
using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Reinforcement.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Needs;

/// <summary>Places that establishments asked for, by <see cref="CommuneIndex"/>.</summary>
internal sealed record CommunePosts(double[] Posts, double[] Filled, ToldTogether Told)
{
    public bool IsEmpty => Posts.All(posts => posts is 0);
}

/// <summary>Spreads the places that Relais counts over the communes, and says which are told together.</summary>
internal sealed class NeedBook(INeedFigures needs, ICommunes communes, DatedRules rules, TimeProvider clock, IConfiguration configuration, Words t)
{
    private const string LeastEstablishments = "least-establishments";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Paris).DateTime);

    /// <summary>Asked for in a period, whole days of Paris; the last one does not count.</summary>
    public async Task<CommunePosts> AskedAsync(DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var least = new ToldAtLeast(await LeastAsync(LeastEstablishments, cancellation), await LeastAsync(SmallNumbers.RuleKey, cancellation));
        return await SpreadAsync(await needs.AskedAsync(Midnight(from), Midnight(until), cancellation), least, cancellation);
    }

    /// <summary>Open now. A place that nobody holds is nobody's: only establishments are kept from being recognised.</summary>
    public async Task<CommunePosts> OpenAsync(CancellationToken cancellation)
    {
        var least = new ToldAtLeast(await LeastAsync(LeastEstablishments, cancellation), 1);
        var open = (await needs.OpenAsync(cancellation)).Select(line => line with { Posts = line.Open, Filled = 0 }).ToList();
        return await SpreadAsync(open, least, cancellation);
    }

    public Provenance ProvenanceOf(string vintage, string method) => new(t["Relais"], vintage, method, FigureQuality.Counted, configuration.GetValue<bool>("Demonstration"));

    private async Task<CommunePosts> SpreadAsync(IReadOnlyList<FacilityPosts> lines, ToldAtLeast least, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var (posts, filled) = (new double[table.Count], new double[table.Count]);
        foreach (var line in lines)
        {
            if (table.Find(line.Commune)?.Index.Value is { } rank)
            {
                (posts[rank], filled[rank]) = (posts[rank] + line.Posts, filled[rank] + line.Filled);
            }
        }

        return new CommunePosts(posts, filled, ToldTogether.Of(table, lines, least));
    }

    private async Task<int> LeastAsync(string key, CancellationToken cancellation) => await rules.GetAsync<int>(SmallNumbers.RuleKind, key, Today, cancellation);

    private static DateTimeOffset Midnight(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Paris), TimeSpan.Zero);
}
