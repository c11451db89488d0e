using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Registers.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Titles;

/// <summary>Each night: compare the verified titles with the register, and ask a person to look at what differs.</summary>
internal sealed record CompareTitles : IJob
{
    public static string Kind => "compare-titles-with-register";

    internal sealed class Handler(RelaisDb db, TitlesInRegister register, IVerifications verifications, TimeProvider clock) : IJobHandler<CompareTitles>, IRegisterWatch
    {
        private const int Batch = 500;

        public RegisterKind Register => RegisterKind.Rpps;

        public string Address => "/verifications";

        public async Task<int> OpenAsync(CancellationToken cancellation)
        {
            var known = await db.Set<TitleDifference>().Select(difference => difference.TitleId).ToListAsync(cancellation);
            var standings = await verifications.LatestAsync(DifferenceVerification.KindName, known, cancellation);
            return standings.Values.Count(standing => standing.State is VerificationState.Waiting);
        }

        public async Task HandleAsync(CompareTitles job, CancellationToken cancellation)
        {
            if (await register.StandingAsync(cancellation) is null)
            {
                return;
            }

            var last = Guid.Empty;
            while (await NextAsync(last, cancellation) is { Count: > 0 } titles)
            {
                var agreements = await register.CompareAsync([.. titles.Select(title => title.Title)], cancellation);
                await db.InTransactionAsync(() => NoteAsync(titles, agreements, cancellation), cancellation);
                db.ChangeTracker.Clear();
                last = titles[^1].Title.Id;
            }
        }

        private async Task NoteAsync(
            IReadOnlyList<(NumberedTitle Title, string Commune)> titles, IReadOnlyDictionary<Guid, RegisterAgreement> agreements, CancellationToken cancellation)
        {
            var ids = titles.Select(title => title.Title.Id).ToList();
            var known = await db.Set<TitleDifference>().Where(difference => ids.Contains(difference.TitleId)).ToDictionaryAsync(difference => difference.TitleId, cancellation);
            foreach (var (title, commune) in titles.Where(title => agreements.ContainsKey(title.Title.Id)))
            {
                var agreement = agreements[title.Id];
                var before = known.GetValueOrDefault(title.Id);
                if (agreement.Agreement is Agreement.Same)
                {
                    await ForgetAsync(before, cancellation);
                }
                else if (before is null || before.Kind != agreement.Agreement || before.Said != agreement.Said)
                {
                    await ShowAsync(title, commune, before, agreement, cancellation);
                }
            }
        }

        private async Task ForgetAsync(TitleDifference? before, CancellationToken cancellation)
        {
            if (before is not null)
            {
                db.Remove(before);
                await verifications.WithdrawAsync(DifferenceVerification.KindName, before.TitleId, cancellation);
            }
        }

        private async Task ShowAsync(NumberedTitle title, string commune, TitleDifference? before, RegisterAgreement agreement, CancellationToken cancellation)
        {
            if (before is null)
            {
                before = new TitleDifference { TitleId = title.Id, Kind = agreement.Agreement, Said = agreement.Said, FoundAt = clock.GetUtcNow() };
                db.Add(before);
            }

            (before.Kind, before.Said, before.FoundAt) = (agreement.Agreement, agreement.Said, clock.GetUtcNow());
            await verifications.SubmitAsync(
                new NewVerification { Kind = DifferenceVerification.KindName, Subject = title.Id, Person = title.Person, Evidence = agreement.Said, Commune = commune },
                cancellation);
        }

        private async Task<IReadOnlyList<(NumberedTitle Title, string Commune)>> NextAsync(Guid after, CancellationToken cancellation)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var rows = await db.Set<VolunteerTitle>().AsNoTracking()
                .Where(title => title.Id.CompareTo(after) > 0 && title.Level != null && title.ValidUntil > today)
                .Join(
                    db.Set<Volunteer>().Where(volunteer => volunteer.Rpps != null && volunteer.SetAsideAt == null),
                    title => title.PersonId,
                    volunteer => volunteer.PersonId,
                    (title, volunteer) => new { Title = title, volunteer.Rpps, volunteer.HomeCommune })
                .OrderBy(row => row.Title.Id).Take(Batch).ToListAsync(cancellation);
            return rows.ConvertAll(row => (new NumberedTitle(row.Title.Id, row.Title.PersonId, row.Title.Profession, row.Rpps!), row.HomeCommune.Value));
        }
    }
}
