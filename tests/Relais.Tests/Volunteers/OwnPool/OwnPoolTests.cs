using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.OwnPool;

namespace Relais.Tests.Volunteers.OwnPool;

public sealed class OwnPoolTests(PostgresServer postgres)
{
    private const int Lines = 5000;
    private const int Bad = 200;

    private static readonly Finess Hospital = Finess.Stored("290000017");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Five_thousand_lines_with_two_hundred_bad_ones_are_reported_one_by_one_and_undone_to_the_letter(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await OpenAsync(installation);
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(Hospital.Value)));
        await ImportAsync(node, "Nom;Prénom;Courriel;Fonction\nAncien;Nom;personne7@exemple.fr;AS\nIntact;Paul;paul@exemple.fr;IDE\n");
        var before = await PicturesAsync(node);

        var url = await UploadAsync(manager.Browser, Encoding.UTF8.GetBytes(File()));
        var plan = await manager.Browser.GetPageAsync(url);
        var reported = plan.QuerySelectorAll("table tbody tr").Select(row => int.Parse(row.QuerySelector("th")!.TextContent, CultureInfo.InvariantCulture)).ToList();
        var report = (await manager.Browser.GetStringAsync(new Uri($"{url}?format=csv", UriKind.Relative), Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Enumerable.Range(0, Bad).Select(LineOfBad), reported);
        Assert.Equal(Enumerable.Range(0, Bad).Select(LineOfBad), report.Skip(1).Select(line => int.Parse(line.Split(';')[0], CultureInfo.InvariantCulture)));
        Assert.All(report.Skip(1), line => Assert.Equal(["Courriel", "pas une adresse", "Ce n’est pas une adresse électronique complète"], line.Split(';')[1..]));
        Assert.Equal(before, await PicturesAsync(node));

        await PostAsync(manager.Browser, url, "Import");
        var imported = Assert.Single(await node.ReadAsync<OwnPoolImport>(import => import.Added > 2));
        Assert.Equal((Lines - Bad - 1, 1, Bad), (imported.Added, imported.Changed, imported.Bad));
        Assert.Equal(Lines - Bad + 1, (await PicturesAsync(node)).Count);

        await PostAsync(manager.Browser, url, "Undo");
        Assert.Equal(before, await PicturesAsync(node));
    }

    [Theory, OnEveryEngine]
    public async Task The_same_file_twice_makes_no_duplicates(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await OpenAsync(installation);
        const string file = "Nom;Prénom;Courriel;Portable\nLe Goff;Anna;anna@exemple.fr;06 12 34 56 78\nRopars;Yann;;+33 6 12 34 56 79\n";

        await ImportAsync(node, file);
        var plan = await ImportAsync(node, file);

        Assert.Equal((0, 0, 2), (plan.New.Count, plan.Changed.Count, plan.Same));
        Assert.Equal(2, (await PicturesAsync(node)).Count);
    }

    [Theory, OnEveryEngine]
    public async Task The_file_holds_all_that_the_search_finds_and_not_the_page_alone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await OpenAsync(installation);
        await ImportAsync(node, $"Nom;Prénom;Courriel\n{string.Concat(Enumerable.Range(0, 120).Select(i => $"{(i % 2 is 0 ? "Le Goff" : "Ropars")};Anna;personne{i}@exemple.fr\n"))}");
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(Hospital.Value)));

        var page = await manager.Browser.GetPageAsync($"/etablissements/{Hospital}/vivier?q=ropars&page=2");
        var csv = page.QuerySelector("main a[href*='format=csv']")!.GetAttribute("href")!;
        var lines = (await manager.Browser.GetStringAsync(new Uri(csv, UriKind.Relative), Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(10, page.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(60, lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("Ropars;Anna;personne", line, StringComparison.Ordinal));
        Assert.Equal("people=60", Assert.Single(await node.ReadAsync<Relais.Kernel.Journal.JournalEntry>(entry => entry.Action == "own_pool.exported")).Detail);
    }

    [Theory, OnEveryEngine]
    public async Task Two_who_import_the_same_people_at_once_make_them_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await OpenAsync(installation);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await ImportAsync(node, "Nom;Prénom;Courriel\nLe Goff;Anna;anna@exemple.fr\n");
            }
            catch (Microsoft.EntityFrameworkCore.DbUpdateException exception) when (OwnPools.IsTaken(exception))
            {
                // The constraint refused the second of two that saw an empty pool.
            }
        }));

        Assert.Single(await node.ReadAsync<OwnPoolMember>(_ => true));
    }

    [Theory, OnEveryEngine]
    public async Task An_import_is_not_undone_once_somebody_of_it_has_answered(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await OpenAsync(installation);
        await ImportAsync(node, "Nom;Prénom;Courriel\nLe Goff;Anna;anna@exemple.fr\nRopars;Yann;yann@exemple.fr\n");
        var import = Assert.Single(await node.ReadAsync<OwnPoolImport>(_ => true));
        await node.WithAsync<Inviting, int>(inviting => inviting.InviteAsync(Hospital, Cancellation));
        var before = await PicturesAsync(node);

        var moved = await node.WithAsync<OwnPoolImports, IReadOnlyList<string>>(imports => imports.UndoAsync(Hospital, import.Id, Cancellation));

        Assert.Equal(["Anna Le Goff", "Yann Ropars"], moved.Order());
        Assert.Equal(before, await PicturesAsync(node));
    }

    [Theory, OnEveryEngine]
    public async Task Nobody_is_in_the_pool_that_is_asked_before_they_agreed_and_have_a_dossier(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await OpenAsync(installation);
        var nurse = await VolunteerAsync(node, "Anna", "Le Goff", "anna@exemple.fr");
        await ImportAsync(node, "Nom;Prénom;Courriel\nLe Goff;Anna;anna@exemple.fr\n");
        Assert.Empty(await AgreedAsync(node));

        Assert.Equal(1, await node.WithAsync<Inviting, int>(inviting => inviting.InviteAsync(Hospital, Cancellation)));
        Assert.Equal(0, await node.WithAsync<Inviting, int>(inviting => inviting.InviteAsync(Hospital, Cancellation)));
        Assert.Empty(await AgreedAsync(node));
        Assert.Contains(await node.ReadAsync<Message>(_ => true), message => message.Template == "volunteers.own_pool_invitation" && message.PersonId == nurse.Value);

        var url = await LinkAsync(node);
        var visitor = node.Visitor();
        await PostAsync(visitor, url, "Agree");
        Assert.Equal([nurse], await AgreedAsync(node));

        await PostAsync(visitor, url, "Decline");
        Assert.Empty(await AgreedAsync(node));
    }

    [Fact]
    public async Task Who_agrees_without_a_dossier_finds_the_registration_filled_in()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = await OpenAsync(installation);
        await ImportAsync(node, "Nom;Prénom;Courriel\nLe Goff;Anna;anna@exemple.fr\n");
        await node.WithAsync<Inviting, int>(inviting => inviting.InviteAsync(Hospital, Cancellation));
        var visitor = node.CreateClient();

        await PostAsync(visitor, await LinkAsync(node), "Agree");
        var form = await visitor.GetPageAsync("/volontaires/inscription");

        Assert.Equal("Le Goff", form.QuerySelector("[name='Form.LastName']")!.GetAttribute("value"));
        Assert.Equal("anna@exemple.fr", form.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("utf-8", ';')]
    [InlineData("windows-1252", ';')]
    [InlineData("utf-8", ',')]
    [InlineData("utf-16", '\t')]
    public async Task Encoding_and_separator_are_found(string encoding, char separator)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "Prénom;Nom d’usage;Téléphone\nÉlodie;Cœur;0612345678\n".Replace(';', separator);
        var saved = Encoding.GetEncoding(encoding);
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = await OpenAsync(installation);
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(Hospital.Value)));

        await PostAsync(manager.Browser, await UploadAsync(manager.Browser, [.. saved.GetPreamble(), .. saved.GetBytes(text)]), "Import");

        var member = Assert.Single(await node.ReadAsync<OwnPoolMember>(_ => true));
        Assert.Equal(("Élodie", "Cœur", "+33612345678"), (member.FirstName, member.LastName, member.Mobile));
    }

    [Fact]
    public async Task Another_establishment_sees_nothing_of_it()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = await OpenAsync(installation);
        await ImportAsync(node, "Nom;Prénom;Courriel\nLe Goff;Anna;anna@exemple.fr\n");
        var import = Assert.Single(await node.ReadAsync<OwnPoolImport>(_ => true));
        var other = await node.SignInAsync((Role.FacilityManager, new Scope.Facility("350005179")));

        Assert.Equal(HttpStatusCode.Forbidden, await other.Browser.StatusOf($"/etablissements/{Hospital}/vivier"));
        Assert.Equal(HttpStatusCode.Forbidden, await other.Browser.StatusOf($"/etablissements/{Hospital}/vivier?format=csv"));
        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.StatusOf($"/etablissements/350005179/vivier/import/{import.Id}"));
    }

    private static async Task<Node> OpenAsync(Installation installation)
    {
        var node = installation.AddNode();
        await node.WithDbAsync(async db =>
        {
            await using var services = node.Services.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<IFacilities>().Record(
                new NewFacility(Hospital, null, "Centre hospitalier de Carhaix", CommuneCode.Stored("29024"), "355", null, null, "test"));
            return await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        });
        return node;
    }

    /// <summary>Personne 0 to 4999; one line of twenty-five has no address that can be read.</summary>
    private static string File() => "Nom;Prénom;Courriel;Fonction\n" + string.Concat(Enumerable.Range(0, Lines).Select(rank =>
        string.Create(CultureInfo.InvariantCulture, $"Nom{rank};Camille;{(rank % 25 is 3 ? "pas une adresse" : $"personne{rank}@exemple.fr")};IDE\n")));

    private static int LineOfBad(int rank) => (rank * 25) + 3 + 2;

    private static async Task<PoolPlan> ImportAsync(Node node, string file)
    {
        await using var services = node.Services.CreateAsyncScope();
        var imports = services.ServiceProvider.GetRequiredService<OwnPoolImports>();
        var id = await imports.UploadAsync(Hospital, "vacataires.csv", file, Cancellation);
        return (await imports.ImportAsync(Hospital, id, Cancellation))!;
    }

    private static async Task<List<string>> PicturesAsync(Node node) =>
        [.. (await node.ReadAsync<OwnPoolMember>(_ => true)).Select(member => $"{member.Id} {member.Finess} {member.AddedAt:O} {member.Picture()}").Order(StringComparer.Ordinal)];

    private static Task<IReadOnlySet<PersonId>> AgreedAsync(Node node) =>
        node.WithAsync<IOwnPools, IReadOnlySet<PersonId>>(pools => pools.AgreedAsync(Hospital, Cancellation));

    private static async Task<string> LinkAsync(Node node)
    {
        var member = Assert.Single(await node.ReadAsync<OwnPoolMember>(_ => true));
        return $"/vivier/{await node.WithAsync<OwnPoolLinks, string>(links => links.TokenAsync(member, Cancellation).AsTask())}";
    }

    private static async Task<PersonId> VolunteerAsync(Node node, string first, string last, string email)
    {
        await using var services = node.Services.CreateAsyncScope();
        var people = services.ServiceProvider.GetRequiredService<IPeople>();
        var person = people.Create(new NewPerson(first, last));
        Assert.True(ContactPoint.TryEmail(email, out var address));
        await people.AddAddressAsync(person, address, Cancellation, isProved: true);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        await services.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync([Invented.Nurse(person)], Cancellation);
        return person;
    }

    private static async Task<string> UploadAsync(HttpClient browser, byte[] bytes)
    {
        var url = $"/etablissements/{Hospital}/vivier/import";
        var page = await browser.GetPageAsync(url);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "Form.File", "vacataires.csv" },
        };
        var answer = await browser.PostAsync(new Uri(url, UriKind.Relative), form, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task PostAsync(HttpClient browser, string url, string handler)
    {
        var page = await browser.GetPageAsync(url);
        var form = page.QuerySelectorAll("main form[method=post]").First(form => form.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) is true);
        using var fields = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", form.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!)]);
        var answer = await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), fields, Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{answer.StatusCode}");
    }
}
