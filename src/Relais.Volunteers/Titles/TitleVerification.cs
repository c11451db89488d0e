using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Titles;

/// <summary>Tells the queue what is claimed of a title, and keeps the verdict.</summary>
internal sealed class TitleVerification(RelaisDb db, Dossiers dossiers, TitlesInRegister register, Words words) : IVerificationHandler
{
    public const string KindName = "volunteer.title";

    public string Kind => KindName;

    public string Name => "Titre professionnel";

    public IReadOnlyList<VerificationLevel> Levels { get; } = [.. Enum.GetValues<CredentialLevel>().Order().Select(level => new VerificationLevel((int)level, DossierWords.Of(level)))];

    public async Task<IReadOnlyDictionary<Guid, VerificationSubject>> DescribeAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation)
    {
        var titles = await db.Set<VolunteerTitle>().AsNoTracking()
            .Where(title => subjects.Contains(title.Id))
            .Join(db.Set<Volunteer>(), title => title.PersonId, volunteer => volunteer.PersonId, (title, volunteer) => new { Title = title, volunteer.Status, volunteer.Regime, volunteer.Rpps })
            .ToListAsync(cancellation);
        var standing = await register.StandingAsync(cancellation);
        var agreements = standing is null ? null : await register.CompareAsync(
            [.. titles.Where(row => row.Rpps is not null).Select(row => new NumberedTitle(row.Title.Id, row.Title.PersonId, row.Title.Profession, row.Rpps!))], cancellation);
        return titles.ToDictionary(row => row.Title.Id, row => new VerificationSubject(
            words[row.Title.Profession.Label],
            [
                new(words["Situation"], words[DossierWords.Of(row.Status)]),
                new(words["Employeur"], words[DossierWords.Of(row.Regime)]),
                new(words["Numéro RPPS"], row.Rpps?.Value ?? words["Aucun"]),
                .. agreements?.GetValueOrDefault(row.Title.Id) is { } agreement
                    ? [new KeyValuePair<string, string>(words["Au RPPS du {0:d}", standing!.Vintage], register.Sentence(agreement))]
                    : Array.Empty<KeyValuePair<string, string>>(),
                new(words["Niveau demandé"], words[DossierWords.Of(row.Title.AskedLevel)]),
            ]));
    }

    public async Task DecidedAsync(VerificationDecision decision, CancellationToken cancellation)
    {
        if (decision is { Outcome: VerificationState.Accepted, Level: { } level, ValidUntil: { } until })
        {
            var verified = new VerifiedTitle((CredentialLevel)level, until, decision.At, decision.By.Value);
            await dossiers.ChangeAsync(
                decision.Person,
                "title_verified",
                volunteer => volunteer.Titles.FirstOrDefault(title => title.Id == decision.Subject)?.Verify(verified),
                cancellation);
        }
    }
}
