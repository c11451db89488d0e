using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

/// <summary>Asks for hours as another room would: in a transaction and a unit of work of its own.</summary>
internal static class Holding
{
    public static HoldRequest Hours(Guid person, string start, string end, Regime? regime = Regime.HospitalAgent, string zone = "Europe/Paris") =>
        Hours(person, new Interval(At(start, TimeZoneInfo.FindSystemTimeZoneById(zone)), At(end, TimeZoneInfo.FindSystemTimeZoneById(zone))), regime, zone);

    public static HoldRequest Hours(Guid party, Interval when, Regime? regime = Regime.HospitalAgent, string zone = "Europe/Paris") => new()
    {
        Party = PartyKind.Person,
        PartyId = party,
        When = when,
        TimeZone = zone,
        Regime = regime,
        Source = "test",
        SourceId = Guid.CreateVersion7(),
    };

    public static Task<HoldAnswer> HoldAsync(this Node node, HoldRequest request) =>
        node.WithCommitmentsAsync((commitments, cancellation) => commitments.HoldAsync(request, cancellation));

    public static async Task<CommitmentId> HeldAsync(this Node node, HoldRequest request) =>
        Assert.IsType<HoldAnswer.Held>(await node.HoldAsync(request)).Id;

    public static async Task<HoldAnswer.Refused> RefusedAsync(this Node node, HoldRequest request) =>
        Assert.IsType<HoldAnswer.Refused>(await node.HoldAsync(request));

    public static Task ReleaseAsync(this Node node, CommitmentId id) => node.WithCommitmentsAsync(async (commitments, cancellation) =>
    {
        await commitments.ReleaseAsync(id, cancellation);
        return true;
    });

    public static async Task<T> WithCommitmentsAsync<T>(this Node node, Func<ICommitments, CancellationToken, Task<T>> work)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = node.Services.CreateAsyncScope();
        var commitments = scope.ServiceProvider.GetRequiredService<ICommitments>();
        return await scope.ServiceProvider.GetRequiredService<RelaisDb>().InTransactionAsync(() => work(commitments, cancellation), cancellation);
    }
}
