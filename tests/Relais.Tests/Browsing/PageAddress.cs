using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Accounts.Verifications;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Missions.Calendar;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.OwnPool;

namespace Relais.Tests.Browsing;

/// <summary>Fills the parameters of a route: from the example of its row, or with a link made here as the messages make it.</summary>
internal static partial class PageAddress
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>The values, or nothing when the database holds nothing that the route could be about.</returns>
    public static async Task<IReadOnlyDictionary<string, string>?> ValuesAsync(Node node, AccessRule rule, PersonId? person)
    {
        if (!rule.Route.Contains('{', StringComparison.Ordinal))
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        await using var scope = node.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (rule.Example is not null)
        {
            return await rule.Example(services, Cancellation);
        }

        return Parameter().Match(rule.Route).Groups[1].Value is var name && await MakeAsync(services, rule.Route, person) is { } made
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [name] = made }
            : null;
    }

    public static string Of(AccessRule rule, IReadOnlyDictionary<string, string> values) =>
        Parameter().Replace(rule.Route, match => Uri.EscapeDataString(values[match.Groups[1].Value]));

    private static async Task<string?> MakeAsync(IServiceProvider services, string route, PersonId? person) => route switch
    {
        "/offres/{token}" or "/offres/{token}/vue" => await OfferAsync(services),
        "/vivier/{token}" => await OwnPoolAsync(services),
        "/missions/{token}" => await MissionAsync(services),
        "/calendriers/{code}" => await FeedAsync(services),
        "/connexion/lien/{jeton}" => await ProofAsync(services, ProofPurpose.SignIn, AddressProof.SignInLink),
        "/mon-compte/adresse/{jeton}" => await ProofAsync(services, ProofPurpose.Check, AddressProof.CheckLink),
        "/desabonnement/{token}" when person is { } reader => (await services.GetRequiredService<UnsubscribeLinks>().CreateAsync(reader.Value, Cancellation)).Segments[^1],
        "/desabonnement/{token}" => null,

        // Somebody administers the installation by the time the page is opened; FirstAdministratorTests open it before.
        "/premier-administrateur/{jeton}" => null,
        "/api/sms/{key}/replies" or "/api/sms/{key}/deliveries" => null,
        "/mes-horaires/import/{id:guid}" => person is { } volunteer ? await CalendarAsync(services, volunteer) : null,
        "/courrier/{id:guid}" or "/courrier/{id:guid}/html" => await LetterAsync(services),
        "/openapi/{documentName}.json" => "v1",
        "/{**path:file}" => "licorne.txt",
        _ => throw new InvalidOperationException($"{route} has a parameter and no example: say .Example(…) in its row"),
    };

    private static async Task<string?> OfferAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<RelaisDb>();
        var found = db.Set<Offer>().Join(db.Set<Need>(), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer, need })
            .Where(row => row.offer.State == OfferState.Waiting && row.need.State == NeedState.Open).OrderByDescending(row => row.need.StartsAt).FirstOrDefault();
        return found is null ? null : await services.GetRequiredService<OfferLinks>().TokenAsync(found.offer, found.need, Cancellation);
    }

    /// <summary>One that is over and whose hours nobody has told: the page has all its forms.</summary>
    private static async Task<string?> MissionAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<RelaisDb>();
        var now = DateTimeOffset.UtcNow;
        var found = db.Set<Mission>().FirstOrDefault(mission => mission.EndsAt < now && !db.Set<WorkedHours>().Any(hours => hours.MissionId == mission.Id));
        return found is null ? null : (await services.GetRequiredService<MissionLinks>().PathAsync(found, Cancellation)).Split('/')[^1];
    }

    private static async Task<string?> OwnPoolAsync(IServiceProvider services)
    {
        var found = services.GetRequiredService<RelaisDb>().Set<OwnPoolMember>().OrderBy(member => member.Id).FirstOrDefault();
        return found is null ? null : await services.GetRequiredService<OwnPoolLinks>().TokenAsync(found, Cancellation);
    }

    private static async Task<string?> FeedAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<RelaisDb>();
        if (db.Set<CalendarFeed>().FirstOrDefault() is not { } feed)
        {
            db.Add(feed = new CalendarFeed { PersonId = PersonId.New(), OpenedAt = DateTimeOffset.UtcNow });
            await db.SaveChangesAsync(Cancellation);
        }

        return feed.Code;
    }

    private static async Task<string?> ProofAsync(IServiceProvider services, ProofPurpose purpose, LinkPurpose link)
    {
        var db = services.GetRequiredService<RelaisDb>();
        if (db.Set<Verification>().Select(known => (PersonId?)known.PersonId).FirstOrDefault() is not { } person)
        {
            return null;
        }

        Assert.True(ContactPoint.TryEmail("le.lien@exemple.fr", out var address));
        await services.GetRequiredService<IPeople>().AddAddressAsync(person, address, Cancellation);
        var now = DateTimeOffset.UtcNow;
        var proof = new AddressProof
        {
            Purpose = purpose,
            Kind = address.Kind,
            Value = address.Value,
            PersonId = purpose is ProofPurpose.Check ? person : null,
            AskedAt = now,
            ExpiresAt = now.AddMinutes(14),
        };
        db.Add(proof);
        await db.SaveChangesAsync(Cancellation);
        return await services.GetRequiredService<SignedLinks>().CreateAsync(link, proof.Id, proof.ExpiresAt, Cancellation);
    }

    private static async Task<string?> CalendarAsync(IServiceProvider services, PersonId volunteer)
    {
        var day = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var calendar = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:{day}T060000Z\r\nDTEND:{day}T140000Z\r\nSUMMARY:Poste\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var upload = new CalendarUpload { Person = volunteer, FileName = "planning.ics", Content = new MemoryStream(Encoding.UTF8.GetBytes(calendar)), TimeZone = "Europe/Paris" };
        return await services.GetRequiredService<IEmployerShifts>().ReadCalendarAsync(upload, Cancellation) is CalendarAnswer.Read read ? $"{read.Id}" : null;
    }

    private static async Task<string?> LetterAsync(IServiceProvider services)
    {
        if (services.GetRequiredService<IConfiguration>()["Mail:Folder"] is not { } folder)
        {
            return null;
        }

        var id = Guid.CreateVersion7();
        await File.WriteAllTextAsync(
            Path.Combine(folder, $"{id:N}.eml"),
            "From: Relais <relais@exemple.fr>\r\nTo: aziliz@exemple.fr\r\nSubject: Pouvez-vous venir ?\r\nDate: Sun, 22 Nov 2026 08:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nUne personne manque ce soir.\r\n",
            Cancellation);
        return id.ToString();
    }

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
