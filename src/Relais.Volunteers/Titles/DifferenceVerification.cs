using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Titles;

/// <summary>Shows what the register says differently of a verified title. Only the person who looks ends the verification.</summary>
internal sealed class DifferenceVerification(RelaisDb db, Dossiers dossiers, TitlesInRegister register, IPeople people, Words words, TimeProvider clock) : IVerificationHandler
{
    public const string KindName = "volunteer.register-difference";

    public string Kind => KindName;

    public string Name => "Écart avec le RPPS";

    public bool IsFinding => true;

    public IReadOnlyList<VerificationLevel> Levels => [];

    public async Task<IReadOnlyDictionary<Guid, VerificationSubject>> DescribeAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation)
    {
        var titles = await db.Set<VolunteerTitle>().AsNoTracking()
            .Where(title => subjects.Contains(title.Id))
            .Join(db.Set<Volunteer>(), title => title.PersonId, volunteer => volunteer.PersonId, (title, volunteer) => new { Title = title, volunteer.Rpps })
            .Join(db.Set<TitleDifference>(), row => row.Title.Id, difference => difference.TitleId, (row, difference) => new { row.Title, row.Rpps, Difference = difference })
            .ToListAsync(cancellation);
        var names = await people.FindAsync([.. titles.Select(row => row.Title.PersonId)], cancellation);
        return titles.ToDictionary(row => row.Title.Id, row => new VerificationSubject(
            words["Écart avec le RPPS : {0}", words[row.Title.Profession.Label]],
            [
                new(words["Numéro RPPS"], row.Rpps?.Value ?? words["Aucun"]),
                new(words["Nom dans Relais"], names.GetValueOrDefault(row.Title.PersonId)?.FullName ?? ""),
                new(words["Relevé au RPPS"], register.Sentence(new RegisterAgreement(row.Difference.Kind, row.Difference.Said))),
                new(words["Titre vérifié jusqu’au"], $"{row.Title.ValidUntil:d}"),
                new(words["Si vous acceptez"], words["le titre reste vérifié et cet écart n’est plus signalé"]),
                new(words["Si vous refusez"], words["la vérification du titre prend fin aujourd’hui"]),
            ]));
    }

    public async Task DecidedAsync(VerificationDecision decision, CancellationToken cancellation)
    {
        if (decision.Outcome is VerificationState.Refused)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            await dossiers.ChangeAsync(
                decision.Person, "title_ended", volunteer => volunteer.Titles.FirstOrDefault(title => title.Id == decision.Subject)?.EndOn(today), cancellation);
        }
    }
}
