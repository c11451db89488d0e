using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Matching.Rest;
using Relais.Missions.Certificates;
using Relais.Missions.Contracts;
using Relais.Tests.Documents;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Missions;

/// <summary>The certificate as it is handed on: read by a reader that is not ours, checked by its code.</summary>
public sealed class CertificatePaperTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task The_paper_says_what_the_page_says_on_the_clocks_of_the_place_and_its_code_is_true(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var clock = new SettableClock();
        clock.Set(new DateTimeOffset(2026, 12, 31, 22, 0, 0, TimeSpan.Zero));
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var code = await AgreedAsync(node, clock.GetUtcNow().AddHours(-10));
        var visitor = node.Visitor();

        var file = await visitor.GetByteArrayAsync(new Uri($"/attestations/{code}/attestation.pdf", UriKind.Relative), Stop);
        var paper = await ReadPdf.FromAsync(file);
        var page = await visitor.GetPageAsync($"/attestations/{code}");

        Assert.Equal(("Attestation de participation", "fr", true, "1"), (paper.Title, paper.Language, paper.IsMarked, paper.UniversalAccess));
        Assert.Equal("Attestation de participation", Assert.Single(paper.Tags, tag => tag.Role is "H1").Text);
        var facts = page.QuerySelectorAll("dt").Zip(page.QuerySelectorAll("dd"), (name, value) => (Plain(name.TextContent), Plain(value.TextContent))).ToList();
        var said = paper.Tags.Where(tag => tag.Role is "TR").Select(row => (Plain(row.Children[0].Text), Plain(row.Children[1].Text))).ToList();
        Assert.Equal(facts, said);
        Assert.Contains(("Personne", "Aziliz N’Diaye-Škoda"), said);
        Assert.Contains(("Service fait", "jeudi 31 décembre 2026, 23 h – 7 h (vendredi), heure de Noumea"), said);
        Assert.Contains(("Délivrée le", "vendredi 1 janvier 2027"), said);
        Assert.All(paper.Pages, one => Assert.Empty(one.Untagged));

        clock.Set(clock.GetUtcNow().AddDays(40));
        Assert.Equal(file, await visitor.GetByteArrayAsync(new Uri($"/attestations/{code}/attestation.pdf", UriKind.Relative), Stop));
        var printed = Assert.Single(said, fact => fact.Item1 is "Code").Item2;
        var check = await visitor.GetAsync(new Uri($"/attestations?code={printed}", UriKind.Relative), Stop);
        Assert.Equal($"/attestations/{printed}", check.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri("/attestations/2222-2222-2222/attestation.pdf", UriKind.Relative), Stop)).StatusCode);
    }

    /// <summary>A night at Nouméa, whose hours both sides have agreed on.</summary>
    private static async Task<string> AgreedAsync(Node node, DateTimeOffset startsAt)
    {
        var origin = new MissionOrigin("test", Guid.CreateVersion7());
        await using var services = node.Services.CreateAsyncScope();
        var person = services.ServiceProvider.GetRequiredService<IPeople>().Create(new NewPerson("Aziliz", "N’Diaye-Škoda"));
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        var missions = services.ServiceProvider.GetRequiredService<IMissions>();
        var terms = new MissionTerms
        {
            When = new Interval(startsAt, startsAt.AddHours(8)),
            TimeZone = "Pacific/Noumea",
            BreakMinutes = 20,
            Site = "Porte 3",
            ContactName = "Maïwenn Caradec",
            ContactPhone = "02 98 00 00 00",
            Instructions = "",
        };
        await missions.OpenAsync(new NewMission(origin, person, Finess.Stored("290000017"), CommuneCode.Stored("98818"), "Infirmier, urgences", terms), Stop);
        await missions.AgreeAsPlannedAsync(origin, Stop);
        return Assert.Single(await node.ReadAsync<Certificate>(_ => true)).Code;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
