using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Registers.Contracts;
using Relais.Registers.Establishments;
using Relais.Registers.Importing;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Registers;

/// <summary>
/// The register of establishments as JSON, in the form of the public schema « schema-structures-v1.json » of ANSFORGE
/// (ansforge/finess, 2026), with invented establishments.
/// </summary>
public sealed class FinessStructuresTests(PostgresServer postgres)
{
    private const string Header = "nofinesset;nofinessej;rs;rslongue;categetab;com_code;numvoie;typvoie;voie;telephone;datefermeture";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task The_same_establishments_are_the_same_from_JSON_as_from_the_table(Engine engine)
    {
        await using var table = await Installation.CreateAsync(engine, postgres);
        await using var json = await Installation.CreateAsync(engine, postgres);
        var (fromTable, fromJson) = (table.AddNode(), json.AddNode());
        var sites = Enumerable.Range(0, 300).Select(Site).ToList();

        var first = await ImportAsync(fromTable, "csv", Encoding.UTF8.GetBytes(Table(sites)));
        var second = await ImportAsync(fromJson, "json", Encoding.UTF8.GetBytes(Structures(sites)));
        var again = await ImportAsync(fromTable, "json", Encoding.UTF8.GetBytes(Structures(sites)), isRehearsal: true);

        Assert.Equal((null, 300, 300, 300), (first.Refusal, first.Lines, first.Kept, first.Added));
        Assert.Equal(first with { CountsObjects = true }, second);
        Assert.Equal((null, 0, 0, 0), (again.Refusal, again.Added, again.Changed, again.Vanished));
        Assert.Equal(await LinesAsync(fromTable), await LinesAsync(fromJson));
    }

    [Theory, OnEveryEngine]
    public async Task Spaces_order_of_the_fields_and_a_closed_one_are_read_as_the_register_writes_them(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        const string text = """
            { "schemaVersion": "v1.0.0", "gcc": [ { "gccId": "1", "pmej": [ { "ege": [] } ] } ],
              "pmej": [
                { "ege": [
                    { "etatObjet": "I", "dateDerniereMaj": "1993-12-09 00:00:00", "categorieentiteGeographiqueExercice": "321",
                      "contact": [ { "telecom": { "telephone": "0474383000" } } ],
                      "adresse": [ { "numeroVoie": "17", "typeVoie": "R   ", "libelleVoie": "AIME VINGTRINIER     ", "cogCommune": "01004" } ],
                      "informationsGeneralesEGE": { "numFinessEge": "010787190", "nomEgeCourt": "SMUR   ", "nomEgeLong": "  ", "dateFermeture": "1993-01-01" } },
                    { "etatObjet": "A", "informationsGeneralesEGE": { "numFinessEge": "010780195", "nomEgeLong": "CLINIQUE \u00c9T\u00c9" } } ],
                  "informationsGeneralesPmej": { "numFinessPm": "010000164", "denominationPm": "POLYCLINIQUE" }, "evenement": [ { "ege": [ 1, [ 2 ] ] } ] } ],
              "gco": [] }
            """;

        var result = await ImportAsync(node, "json", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        Assert.Equal((null, 2), (result.Refusal, result.Kept));
        var (smur, clinic) = (Finess.Stored("010787190"), Finess.Stored("010780195"));
        var found = await node.WithAsync<IRegisters, IReadOnlyDictionary<Finess, RegisteredFacility>>(registers => registers.FindAsync([smur, clinic], Stop));
        Assert.Equal(
            new RegisteredFacility(smur, Finess.Stored("010000164"), "SMUR", "321", CommuneCode.Stored("01004"), "17 R AIME VINGTRINIER", "0474383000", new DateOnly(1993, 1, 1), null, IsGone: false), found[smur]);
        Assert.Equal(("CLINIQUE ÉTÉ", null, null), (found[clinic].Name, found[clinic].Address, found[clinic].ClosedOn));
    }

    [Theory, OnEveryEngine]
    public async Task What_is_not_JSON_or_not_all_of_it_changes_nothing_and_says_why(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var sites = Enumerable.Range(0, 200).Select(Site).ToList();
        var whole = Structures(sites);
        await ImportAsync(node, "json", Encoding.UTF8.GetBytes(whole));
        var before = await LinesAsync(node);

        Assert.Equal((RegisterFault.NotJson, 191), Fault(await ImportAsync(node, "json", Encoding.UTF8.GetBytes(Structures(sites, breakAt: 190)))));
        Assert.Equal(RegisterFault.NotJson, (await ImportAsync(node, "json", Encoding.UTF8.GetBytes(whole[..^2]))).Refusal!.Fault);
        Assert.Equal(RegisterFault.NotJson, (await ImportAsync(node, "json", "nofinesset;rs"u8.ToArray())).Refusal!.Fault);
        Assert.Equal(RegisterFault.NotJson, (await ImportAsync(node, "json", [])).Refusal!.Fault);
        Assert.Equal((RegisterFault.MissingColumn, "pmej"), Detail(await ImportAsync(node, "json", """{ "entites": [] }"""u8.ToArray())));
        Assert.Equal(RegisterFault.Empty, (await ImportAsync(node, "json", """{ "pmej": [ { "ege": [] } ] }"""u8.ToArray())).Refusal!.Fault);
        Assert.Equal((RegisterFault.Shrunk, "150 / 200"), Detail(await ImportAsync(node, "json", Encoding.UTF8.GetBytes(Structures(sites[..150])))));
        Assert.Equal(before, await LinesAsync(node));

        var administrator = await node.SignInAsync((Relais.Accounts.Contracts.Role.Administrator, Relais.Accounts.Contracts.Scope.National));
        var page = (await administrator.Browser.GetPageAsync("/administration/registres")).QuerySelector("main")!.TextContent;
        Assert.Contains("ce n’est pas du JSON, ou pas tout", page, StringComparison.Ordinal);
        Assert.Contains("la liste « pmej » n’y est pas".Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal), page, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task An_establishment_that_cannot_be_read_is_named_by_its_number_and_too_many_refuse_the_file(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var sites = Enumerable.Range(0, 2000).Select(Site).ToList();
        sites[6] = sites[6] with { Number = "290000018" };

        var one = await ImportAsync(node, "json", Encoding.UTF8.GetBytes(Structures(sites)));
        sites[9] = sites[9] with { Number = "X" };
        sites[11] = sites[11] with { Number = "" };
        var three = await ImportAsync(node, "json", Encoding.UTF8.GetBytes(Structures(sites)));

        Assert.Equal((null, 2000, 1, 1999), (one.Refusal, one.Lines, one.Bad, one.Kept));
        Assert.Equal(new RegisterFaultAt(7, "finess_wrong_key: 290000018"), one.FirstBad);
        Assert.Equal((RegisterFault.ManyBadLines, 7), Fault(three));
    }

    [Theory, OnEveryEngine]
    public async Task The_archive_in_which_it_is_published_is_read_too(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var member = await zip.CreateEntry("finess-structures.json").OpenAsync(Stop);
            await member.WriteAsync(Encoding.UTF8.GetBytes(Structures([.. Enumerable.Range(0, 500).Select(Site)])), Stop);
        }

        Assert.Equal((null, 500), ((await ImportAsync(node, "zip", archive.ToArray())) is var result ? result.Refusal : null, result.Kept));
    }

    /// <summary>Held whole, sixty megabytes would be allocated. What this thread allocates is counted, since other tests run beside it.</summary>
    [Fact]
    public void A_large_file_is_read_within_a_few_megabytes()
    {
        using var stream = new EndlessStructures(entities: 60_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = new JsonItems(stream, "pmej");
        var count = 0;
        while (items.Next())
        {
            count++;
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1 << 16, 4 << 20);
        Assert.Equal(60_000, count);
        Assert.InRange(stream.Given, 60 << 20, long.MaxValue);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1)]
    [InlineData(65_536)]
    public void Wherever_the_text_is_cut_in_reading_the_objects_are_whole(int piece)
    {
        var sites = Enumerable.Range(0, 40).Select(Site).ToList();
        using var stream = new PieceStream(Encoding.UTF8.GetBytes(Structures(sites)), piece);
        var items = new JsonItems(stream, "pmej");
        var numbers = new List<string>();
        while (items.Next())
        {
            numbers.Add(JsonSerializer.Deserialize<LegalEntity>(items.Item.Span, JsonSerializerOptions.Web)!.Sites![0].Names!.Number!);
        }

        Assert.Equal(sites.Select(site => site.Number), numbers);
    }

    private static Invented Site(int rank) => new(
        Number("29", 100_000 + rank), Number("29", 200_000 + (rank / 3)), $"CENTRE {rank}", rank % 2 is 0 ? $"CENTRE HOSPITALIER « {rank} »" : "", rank % 3 is 0 ? "355" : "500",
        "29019", $"{rank}", "R", "DES LILAS", "0298000000", rank % 10 is 0 ? "2026-02-01" : "");

    private static string Number(string department, int serial) =>
        Enumerable.Range(0, 10).Select(key => $"{department}{serial}{key}").First(number => Finess.Parse(number).IsValid);

    private static string Table(IEnumerable<Invented> sites) => string.Join('\n', [
        Header, .. sites.Select(site => string.Join(';', site.Number, site.Entity, site.Name, site.LongName, site.Category, site.Commune, site.Street, site.Kind, site.Road, site.Phone, site.ClosedOn)),
    ]);

    private static string Structures(IReadOnlyList<Invented> sites, int? breakAt = null)
    {
        var text = new StringBuilder("""{ "schemaVersion": "v1.0.0", "gco": [ { "pmSmsseId": "403" } ], "pmej": [ """);
        foreach (var (rank, site) in sites.Index())
        {
            text.Append(rank is 0 ? "" : ",").Append(rank == breakAt ? "}" : "").Append(Entity(site).ToJsonString());
        }

        return text.Append(" ] }").ToString();
    }

    private static JsonObject Entity(Invented site) => new()
    {
        ["informationsGeneralesPMEJ"] = new JsonObject { ["numFinessPm"] = site.Entity, ["denominationPm"] = "ENTITE" },
        ["adresse"] = new JsonArray(new JsonObject { ["cogCommune"] = "75101" }),
        ["ege"] = new JsonArray(new JsonObject
        {
            ["informationsGeneralesEGE"] = new JsonObject { ["numFinessEge"] = site.Number, ["nomEgeCourt"] = site.Name, ["nomEgeLong"] = site.LongName, ["dateFermeture"] = site.ClosedOn },
            ["categorieentiteGeographiqueExercice"] = site.Category,
            ["adresse"] = new JsonArray(new JsonObject { ["numeroVoie"] = site.Street, ["typeVoie"] = $"{site.Kind}   ", ["libelleVoie"] = site.Road, ["cogCommune"] = site.Commune }),
            ["contact"] = new JsonArray(new JsonObject { ["telecom"] = new JsonObject { ["telephone"] = site.Phone } }),
            ["etatObjet"] = site.ClosedOn.Length > 0 ? "I" : "A",
            ["dateDerniereMaj"] = "2026-03-01 00:00:00",
        }),
        ["etatObjet"] = "A",
    };

    private static async Task<RegisterImportResult> ImportAsync(Node node, string extension, byte[] content, bool isRehearsal = false)
    {
        var path = Path.Combine(Path.GetTempPath(), $"finess-structures-20260309-{Guid.NewGuid():N}.{extension}");
        await File.WriteAllBytesAsync(path, content, Stop);
        try
        {
            return await node.WithAsync<IRegisterImport, RegisterImportResult>(import => import.RunAsync(
                new RegisterFile { Register = RegisterKind.Finess, Path = path, IsRehearsal = isRehearsal }, lines: null, Stop));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<List<string>> LinesAsync(Node node) => (await node.WithAsync<RegistersDb, List<FinessLine>>(
        db => db.Set<FinessLine>().AsNoTracking().OrderBy(line => line.Number).ToListAsync(Stop))).ConvertAll(line => JsonSerializer.Serialize(line));

    private static (RegisterFault, int?) Fault(RegisterImportResult result) => (result.Refusal!.Fault, result.Refusal.Line);

    private static (RegisterFault, string) Detail(RegisterImportResult result) => (result.Refusal!.Fault, result.Refusal.Detail);

    private sealed record Invented(string Number, string Entity, string Name, string LongName, string Category, string Commune, string Street, string Kind, string Road, string Phone, string ClosedOn);
}
