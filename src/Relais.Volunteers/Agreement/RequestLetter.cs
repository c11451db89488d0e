using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Relais.Accounts.Contracts;
using Relais.Documents;
using Relais.Kernel.Exercises;
using Relais.Kernel.Rules;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.When;

namespace Relais.Volunteers.Agreement;

/// <summary>The letter by which a person asks their employer for an agreement: to be printed, completed by hand and signed by both.</summary>
internal sealed class RequestLetter(Dossiers dossiers, IPeople people, DatedRules rules, ExerciseMark exercise, Words t, TimeProvider clock)
{
    public const string Route = "/mon-dossier/accord-employeur/lettre.pdf";

    private const string ToBeWritten = "………………………………";

    /// <returns>Nothing for who has no dossier, or needs no agreement.</returns>
    public async Task<byte[]?> DrawAsync(PersonId person, CancellationToken cancellation)
    {
        var needed = await AgreementRules.ReadAsync(rules, cancellation);
        if (await dossiers.ReadAsync(person, cancellation) is not { Status: VolunteerStatus.Active, EmployerKind: { } kind } volunteer
            || needed.Reference(kind, LocalDays.Today(clock.GetUtcNow(), volunteer.TimeZone)) is not { } reference
            || await people.FindAsync(person, cancellation) is not { } name)
        {
            return null;
        }

        return Pdf.Bytes(new Document
        {
            Title = t["Demande d’accord de l’employeur"],
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Issuer = await exercise.FindAsync(cancellation) is null ? name.FullName : $"{name.FullName} – {t["EXERCICE, document sans valeur"].Value}",
            DatedAt = clock.GetUtcNow(),
            Blocks =
            [
                new Block.Paragraph(t["Je vous demande votre accord pour des renforts ponctuels dans d’autres établissements de santé, hors de mes heures de service."], IsLead: true),
                new Block.Facts(
                [
                    new Fact(t["Personne"], name.FullName),
                    new Fact(t["Métiers"], string.Join(", ", volunteer.Professions.Select(profession => t[profession.Label].Value))),
                    new Fact(t["Employeur"], ToBeWritten),
                    new Fact(t["Du"], ToBeWritten),
                    new Fact(t["Au (ce jour compris)"], ToBeWritten),
                    new Fact(t["Jours par mois, au plus"], ToBeWritten),
                ]),
                new Block.Paragraph(t["Avant chaque mission, Relais vérifie mon repos légal d’après mes engagements et les horaires que je lui donne. Je me retire si mon service l’exige."]),
                new Block.Paragraph(reference),
                new Block.Paragraph($"{t["Fait le"].Value} {ToBeWritten}\n{t["Signature"].Value} {ToBeWritten}"),
                new Block.Heading(2, t["Réponse de l’employeur"]),
                new Block.Paragraph($"{t["Accord : oui, non"].Value} {ToBeWritten}\n{t["Nom et fonction"].Value} {ToBeWritten}\n{t["Date et signature"].Value} {ToBeWritten}"),
            ],
        });
    }
}

internal static class RequestLetterFile
{
    public static void MapRequestLetter(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        RequestLetter.Route,
        async (RequestLetter letter, ICurrentUser user, CancellationToken cancellation) =>
            await letter.DrawAsync(user.Person, cancellation) is { } paper ? Results.File(paper, Pdf.MediaType, "accord-employeur.pdf") : Results.NotFound())
        .ExcludeFromDescription();
}
