using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.Forgetting;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Jobs;
using Relais.Kernel.Time;
using Relais.Missions.Certificates;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Offers;
using Relais.Tests.Accounts.Duplicates;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;
using Relais.Tests.Volunteers;
using Relais.Replies.Inbound;
using Relais.Replies.Reading;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.OwnPool;
using Relais.Volunteers.Titles;

namespace Relais.Tests.Accounts.MyData;

/// <summary>Who asks to be forgotten is: what others are held to stays, without a name.</summary>
public sealed class ErasureTests(PostgresServer postgres)
{
    private const string FirstName = "Enora-Zoé";
    private const string LastName = "Kerzhérvé";
    private const string Email = "enora.kerzherve@exemple.fr";
    private const string Mobile = "+33611223344";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly SettableClock _clock = new();

    [Theory, OnEveryEngine]
    public async Task A_person_is_erased_a_week_after_asking_and_the_hours_made_stay_without_a_name(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = AddNode(installation);
        var member = await EnoraAsync(node);
        var mission = await LivedMissionAsync(node, member);
        var certificate = Assert.Single(await node.ReadAsync<Certificate>(one => one.MissionId == mission.Id));
        await LeaveTracesAsync(node, member.Person);
        Assert.Contains(LastName, await AllTextAsync(node), StringComparison.Ordinal);

        Assert.Empty(await node.WithAsync((ErasureRequests requests) => requests.AskAsync(member.Person, Stop)));
        await EraseDueAsync(node);
        Assert.Contains(LastName, await AllTextAsync(node), StringComparison.Ordinal);

        Wait(TimeSpan.FromDays(8));
        await EraseDueAsync(node);

        var text = await AllTextAsync(node);
        Assert.DoesNotContain(LastName, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("kerzherve", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Mobile, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pas le jeudi", text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await node.ReadAsync<WorkedHours>(hours => hours.MissionId == mission.Id)).AgreedAt);
        Assert.Equal(member.Person, Assert.Single(await node.ReadAsync<Mission>(one => one.Id == mission.Id)).PersonId);
        Assert.Empty(await node.ReadAsync<Volunteer>(volunteer => volunteer.PersonId == member.Person));
        Assert.NotNull(Assert.Single(await node.ReadAsync<Account>(account => account.PersonId == member.Person)).ClosedAt);
        var check = await node.Visitor().GetPageAsync($"/attestations/{CertificateCode.Print(certificate.Code)}");
        Assert.Contains("Personne effacée", check.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task Who_changes_their_mind_keeps_everything(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = AddNode(installation);
        var member = await EnoraAsync(node);
        var before = await Picture.TakeAsync(node);
        var form = await member.Browser.GetPageAsync("/mon-compte/donnees/effacer");
        var unsure = await (await member.Browser.SubmitAsync(form, "/mon-compte/donnees/effacer")).ReadPageAsync();
        Assert.Contains("Cochez la case", unsure.Body!.TextContent, StringComparison.Ordinal);
        await member.Browser.SubmitAsync(form, "/mon-compte/donnees/effacer", ("Form.IsSure", "true"));
        Assert.Single(await node.ReadAsync<ErasureRequest>(request => request.PersonId == member.Person));

        var page = await member.Browser.GetPageAsync("/mon-compte/donnees");
        await member.Browser.SubmitAsync(page, "/mon-compte/donnees");
        Wait(TimeSpan.FromDays(40));
        await EraseDueAsync(node);

        Assert.Equal(before, Without(await Picture.TakeAsync(node), "message/"));
    }

    [Theory, OnEveryEngine]
    public async Task Who_is_expected_somewhere_withdraws_first(Engine engine)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = AddNode(installation);
        var member = await EnoraAsync(node);
        var offer = await PromiseAsync(node, member.Person, _clock.GetUtcNow().AddDays(3));

        Assert.Contains("Vous êtes attendu", Assert.Single(await node.WithAsync((ErasureRequests requests) => requests.AskAsync(member.Person, Stop))), StringComparison.Ordinal);
        Assert.Empty(await node.ReadAsync<ErasureRequest>(_ => true));

        await node.WithAsync((Answering answering) => answering.WithdrawAsync(offer.Id, "Pas le jeudi", Stop));
        Assert.Empty(await node.WithAsync((ErasureRequests requests) => requests.AskAsync(member.Person, Stop)));
    }

    [Theory, OnEveryEngine]
    public async Task The_second_dossier_of_a_person_is_forgotten_with_the_first(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = AddNode(installation);
        var (member, second) = (await EnoraAsync(node), await EnoraAsync(node));
        var merger = Assert.IsType<MergeAnswer.Done>(await node.WithAsync((Mergers mergers) => mergers.MergeAsync(member.Person, second.Person, $"{LastName} appelée", Stop)));

        Assert.True(await node.WithAsync((Erasure erasure) => erasure.EraseAsync(member.Person, Stop)));

        Assert.DoesNotContain(LastName, await AllTextAsync(node), StringComparison.OrdinalIgnoreCase);
        Assert.IsType<MergeAnswer.Refused>(await node.WithAsync((Mergers mergers) => mergers.PartAsync(merger.Merger, Stop)));
    }

    [Theory, OnEveryEngine]
    public async Task Whatever_was_lived_others_keep_all_that_is_theirs_and_the_erased_no_word(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var erased = 0;
        for (var seed = 1; seed <= 5; seed++)
        {
            var lives = new RandomLives(node, 5000 + seed);
            await lives.BeginAsync(people: 3, needs: 4);
            await lives.LiveAsync(40, lives.People);
            var who = lives.People[0];
            await node.WithAsync(async (RelaisDb db) =>
            {
                // Nobody waits for her any more.
                await db.Database.ExecuteSqlAsync($"UPDATE commitment SET released_at = held_at WHERE party_id = {who.Value} AND released_at IS NULL", Stop);
                return true;
            });
            var (before, owners) = (await Picture.TakeAsync(node), await Picture.OwnersAsync(node));

            erased += await node.WithAsync((Erasure erasure) => erasure.EraseAsync(who, Stop)) ? 1 : 0;

            var after = await Picture.TakeAsync(node);
            var accounts = before.Keys.Where(key => key.StartsWith("account/", StringComparison.Ordinal) && IsHers(key)).ToList();
            Assert.All(
                before.Where(row => !row.Key.StartsWith("message/", StringComparison.Ordinal) && !IsHers(row.Key) && !IsOfAccount(row.Value)),
                row => Assert.True(after.TryGetValue(row.Key, out var now) && now == row.Value, $"seed {seed}: {row.Key} of somebody else changed"));
            Assert.All(
                before.Keys.Where(key => IsHers(key) && (key.StartsWith("assignment/", StringComparison.Ordinal) || key.StartsWith("mission/", StringComparison.Ordinal) || key.StartsWith("offer/", StringComparison.Ordinal))),
                key => Assert.True(after.ContainsKey(key), $"seed {seed}: {key} is an obligation and is gone"));
            Assert.DoesNotContain(after, row => row.Key.StartsWith("contact_address/", StringComparison.Ordinal) && row.Value.Contains(who.ToString(), StringComparison.OrdinalIgnoreCase));

            bool IsHers(string key) => owners[key].Equals(who.ToString(), StringComparison.OrdinalIgnoreCase);

            bool IsOfAccount(string row) => accounts.Exists(account => row.Contains(before[account].Split(" | ").Single(column => column.StartsWith("id=", StringComparison.Ordinal))["id=".Length..], StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal(5, erased);
    }

    [Theory, OnEveryEngine]
    public async Task The_copy_has_every_row_of_the_person_no_secret_and_nobody_else(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = AddNode(installation);
        var (member, other) = (await EnoraAsync(node), await node.SignInVolunteerAsync());
        await node.WithAsync(async (IServiceProvider services) =>
        {
            Assert.Null(await services.GetRequiredService<IAccounts>().SetPasswordAsync(member.Account, "trois mots de passe 7", Stop));
            await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
            return true;
        });
        var browser = await node.SignInAgainAsync(member);

        var answer = await browser.GetAsync(new Uri("/mon-compte/donnees/copie.json", UriKind.Relative), Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        using var copy = JsonDocument.Parse(text);
        var rows = copy.RootElement.GetProperty("tables").EnumerateArray().ToDictionary(table => table.GetProperty("name").GetString()!, table => table.GetProperty("rows"));

        Assert.Equal(LastName, rows["person"][0].GetProperty("last_name").GetString());
        Assert.Equal(Email, rows["contact_address"][0].GetProperty("value").GetString());
        Assert.Equal("nurse.intensive-care", rows["volunteer_skill"][0].GetProperty("cell").GetString());
        Assert.Equal(1, rows["held_role"].GetArrayLength());
        Assert.DoesNotContain("password_hash", text, StringComparison.Ordinal);
        Assert.DoesNotContain("security_stamp", text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Person.ToString(), text, StringComparison.OrdinalIgnoreCase);
    }

    private void Wait(TimeSpan time) => _clock.Set(_clock.GetUtcNow() + time);

    private Node AddNode(Installation installation) => installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    private static SortedDictionary<string, string> Without(SortedDictionary<string, string> picture, string prefix)
    {
        foreach (var key in picture.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            picture.Remove(key);
        }

        return picture;
    }

    /// <summary>Every word that any table holds, declared to be about people or not.</summary>
    private static Task<string> AllTextAsync(Node node) => node.WithAsync(async (RelaisDb db) =>
    {
        var tables = await db.Database.SqlQueryRaw<string>(db.Engine is Engine.Postgres
            ? "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()"
            : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'").ToListAsync(Stop);
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync(Stop);
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names of the tables come from the database itself.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop))
            {
                text.AppendJoin(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))).AppendLine();
            }
        }

        return text.ToString();
    });

    private static async Task EraseDueAsync(Node node)
    {
        await node.WithAsync(async (ErasureRequests requests) =>
        {
            await requests.EraseDueAsync(Stop);
            return true;
        });
        await Eventually.TrueAsync(async () => await node.ReadAsync<Job>(job => job.Kind == ErasePerson.Kind && job.State == JobState.Waiting) is [], "an erasure is still due", withinSeconds: 60);
    }

    /// <summary>What is kept of her beside what tells her: a proof that she named, the pool of an establishment, a message that answers nothing.</summary>
    private Task<bool> LeaveTracesAsync(Node node, PersonId person) => node.WithAsync(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<RelaisDb>();
        Assert.True(ContactPoint.TryMobile(Mobile, out var mobile));
        await services.GetRequiredService<IPeople>().AddAddressAsync(person, mobile, Stop, isProved: true);
        using var content = new MemoryStream("%PDF-1.7 diploma"u8.ToArray());
        var proof = await services.GetRequiredService<FileStore>().AddAsync("title", $"diplome-{LastName}.pdf", content, Stop);
        await services.GetRequiredService<IVerifications>().SubmitAsync(
            new NewVerification { Kind = TitleVerification.KindName, Subject = Guid.CreateVersion7(), Person = person, Evidence = LastName, Files = [proof.Id!.Value], Commune = "29019" }, Stop);
        var finess = Finess.Stored("290000017");
        var import = new OwnPoolImport { Finess = finess, FileName = "remplaçants.csv", Content = "", Mapping = "{}", UploadedAt = _clock.GetUtcNow() };
        var known = new OwnPoolMember { Finess = finess, FirstName = FirstName, LastName = LastName, Email = Email, PersonId = person, State = MemberState.Agreed, AddedAt = _clock.GetUtcNow(), ImportId = import.Id };
        known.Index();
        db.AddRange(import, known);
        await db.SaveChangesAsync(Stop);
        db.Add(new OwnPoolChange { ImportId = import.Id, MemberId = known.Id, After = known.Picture() });
        db.Add(new SmsReply { ProviderId = "r-1", Number = Mobile, Text = $"{LastName} : qui êtes-vous ?", ReceivedAt = _clock.GetUtcNow(), Meaning = ReplyMeaning.Unclear });
        await db.SaveChangesAsync(Stop);
        return true;
    });

    private static async Task<SignedIn> EnoraAsync(Node node)
    {
        var member = await node.SignInVolunteerAsync();
        await node.WithAsync(async (IServiceProvider services) =>
        {
            var people = services.GetRequiredService<IPeople>();
            await people.RenameAsync(member.Person, FirstName, LastName, Stop);
            Assert.True(ContactPoint.TryEmail(Email, out var email));
            await people.AddAddressAsync(member.Person, email, Stop, isProved: true);
            await services.GetRequiredService<Dossiers>().OpenAsync(Invented.Nurse(member.Person), Stop);
            await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
            return true;
        });
        return member;
    }

    private static async Task<Offer> PromiseAsync(Node node, PersonId person, DateTimeOffset startsAt)
    {
        var (need, _) = await node.AskAsync(ReinforcementWorld.NewNeed(1, startsAt), people: 0);
        var offer = ReinforcementWorld.NewOffer(need, person);
        await node.WithDbAsync(async db =>
        {
            db.Add(offer);
            return await db.SaveChangesAsync(Stop);
        });
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, version: null, Stop)));
        return offer;
    }

    /// <summary>Promised, come to and agreed by both sides; then a word about another one.</summary>
    private async Task<Mission> LivedMissionAsync(Node node, SignedIn member)
    {
        var offer = await PromiseAsync(node, member.Person, _clock.GetUtcNow().AddHours(30));
        Wait(TimeSpan.FromMinutes(11));
        await Eventually.TrueAsync(async () => (await node.ReadAsync<Mission>(one => one.PersonId == member.Person)).Count is 1, "the place was not settled", withinSeconds: 60);
        var mission = Assert.Single(await node.ReadAsync<Mission>(one => one.PersonId == member.Person));
        Wait(TimeSpan.FromDays(3));
        await node.WithAsync(async (IMissions missions) =>
        {
            await missions.AgreeAsPlannedAsync(mission.Origin, Stop);
            return true;
        });
        var other = await PromiseAsync(node, member.Person, _clock.GetUtcNow().AddDays(3));
        await node.WithAsync((Answering answering) => answering.WithdrawAsync(other.Id, "Pas le jeudi", Stop));
        Assert.Equal(OfferState.Accepted, Assert.Single(await node.ReadAsync<Offer>(one => one.Id == offer.Id)).State);
        return mission;
    }
}
