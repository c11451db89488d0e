using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Owed;
using Relais.Reinforcement.Needs;
using Relais.Tests.Documents;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>The statement of a month: page, paper and files say the same.</summary>
public sealed class StatementTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Page_paper_and_files_have_exactly_the_same_rows(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var evening = new DateTimeOffset(2026, 12, 7, 17, 0, 0, TimeSpan.Zero);
        var first = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, evening, TimeSpan.FromHours(7), pay: PayBasis.Contract, hourlyCents: 1855));
        await house.AgreedAsync(ReinforcementWorld.NewNeed(1, evening.AddDays(3), pay: PayBasis.Requisition));
        await house.Node.WithAsync((Payments payments) => payments.AddAsync(PaidHouse.Hospital, first.Mission.Id, "=Trajet; aller \"et\" retour", 1240, Stop));
        await house.Node.WithAsync((Payments payments) => payments.PayAsync(PaidHouse.Hospital, first.Due.Id, on: null, Stop));
        var manager = (await house.Node.SignInAsync((Role.FacilityManager, new Scope.Facility(PaidHouse.Hospital.Value)))).Browser;
        var address = $"/etablissements/{PaidHouse.Hospital}/releve";

        var page = await manager.GetPageAsync($"{address}?mois=2026-12");
        var shown = page.QuerySelectorAll("main tbody tr").Select(row => row.Children.Select(cell => Plain(cell.TextContent)).ToList()).ToList();
        Assert.Equal(3, shown.Count);
        Assert.Equal(["12985", "1240", "39600"], shown.Select(row => string.Concat(row[5].Where(char.IsDigit))));
        Assert.Contains("538,25 €", Plain(page.QuerySelector("main dl")!.TextContent), StringComparison.Ordinal);

        var paper = await ReadPdf.FromAsync(await FileAsync(manager, $"{address}/pdf?mois=2026-12"));
        Assert.Equal(shown, paper.Tags.Where(tag => tag.Role is "TBody").Single().Children.Select(row => row.Children.Select(cell => Plain(cell.Text)).ToList()));

        var lines = Encoding.UTF8.GetString(await FileAsync(manager, $"{address}/csv?mois=2026-12")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Contains("\"'=Trajet; aller \"\"et\"\" retour\";12,40;", lines[2], StringComparison.Ordinal);
        Assert.EndsWith($";{shown[0][7]}", Plain(lines[1]), StringComparison.Ordinal);

        using var book = SpreadsheetDocument.Open(new MemoryStream(await FileAsync(manager, $"{address}/xlsx?mois=2026-12")), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Skip(1).Select(row => row.Elements<Cell>().Select(cell => Plain(cell.InnerText)).ToList()).ToList();
        Assert.Equal(shown.Select(row => (row[0], row[2], row[4], row[7])), cells.Select(row => (row[0], row[2], row[4], row[7])));
        Assert.Equal([129.85m, 12.4m, 396m], cells.Select(row => decimal.Parse(row[5], CultureInfo.InvariantCulture)));
    }

    [Theory, OnEveryEngine]
    public async Task A_mission_is_in_the_month_in_which_it_begins_at_its_place(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        house.Clock.Set(new DateTimeOffset(2026, 12, 31, 9, 0, 0, TimeSpan.Zero));
        await house.AgreedAsync(ReinforcementWorld.NewNeed(1, new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero), pay: PayBasis.Contract, hourlyCents: 2000));
        var manager = (await house.Node.SignInAsync((Role.FacilityManager, new Scope.Facility(PaidHouse.Hospital.Value)))).Browser;
        var address = $"/etablissements/{PaidHouse.Hospital}/releve";

        Assert.Contains("Aucune heure validée", (await manager.GetPageAsync($"{address}?mois=2026-12")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single((await manager.GetPageAsync($"{address}?mois=2027-01")).QuerySelectorAll("main tbody tr"));
        Assert.Equal(HttpStatusCode.OK, await manager.StatusOf($"{address}?mois=licorne"));
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusOf($"{address}/exe"));
        Assert.Equal(HttpStatusCode.OK, await manager.StatusOf($"{address}/pdf?mois=2025-01"));
    }

    private static Task<byte[]> FileAsync(HttpClient browser, string address) => browser.GetByteArrayAsync(new Uri(address, UriKind.Relative), Stop);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
