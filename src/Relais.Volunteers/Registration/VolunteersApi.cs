using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Kernel.Api;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Practice;

namespace Relais.Volunteers.Registration;

internal static class VolunteersApi
{
    public const string Route = "/api/v1/volunteers";

    public static void MapVolunteersApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Route, CreateAsync).WithName("createVolunteer").WithTags("volunteers")
            .WithSummary("Opens the dossier of a volunteer, by the rules of the registration");

    private static async Task<Results<Created<CreatedVolunteer>, ProblemHttpResult>> CreateAsync(
        NewVolunteerRequest request, Registering registering, ICommunes communes, Words words, TimeProvider clock, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        if (RequestRules.Check(request, table) is { Count: > 0 } wrong)
        {
            var errors = wrong.ToDictionary(error => error.Key, error => Array.ConvertAll(error.Value, sentence => words[sentence].Value), StringComparer.Ordinal);
            return TypedResults.Problem(
                detail: words["La demande contient des erreurs."], statusCode: StatusCodes.Status400BadRequest, extensions: [new("code", "invalid_volunteer"), new("errors", errors)]);
        }

        var now = clock.GetUtcNow();
        var home = table.Find(request.Home!)!.Code;
        return await registering.RegisterAsync(RequestRules.WhoOf(request), known: null, person => Dossier(request, home, now) with { Person = person }, () => Task.CompletedTask, cancellation) is RegistrationOutcome.Registered registered
            ? TypedResults.Created($"{Route}/{registered.Person}", new CreatedVolunteer(registered.Person.Value, now))
            : Problem.Because(StatusCodes.Status409Conflict, "rpps_taken", words[PracticeRules.TakenSentence]);
    }

    private static NewVolunteer Dossier(NewVolunteerRequest request, CommuneCode home, DateTimeOffset now) => new()
    {
        Person = default,
        Status = request.Status!.Value,
        Regime = request.Regime!.Value,
        EmployerKind = request.EmployerKind,
        Rpps = request.Rpps,
        Skills = [.. request.Skills!.Select(skill => new Skill(skill.Cell, skill.Years, skill.LastPractised))],
        Reach = new Reach
        {
            Home = home,
            TravelMinutes = request.TravelMinutes,
            OnSite = request.OnSite,
            Remote = request.Remote,
            OwnCar = request.OwnCar,
            LodgingNeeded = request.LodgingNeeded,
            Zones = [.. request.Zones ?? []],
            Schemes = request.Schemes is { Count: > 0 } schemes ? schemes.Aggregate((all, one) => all | one) : Schemes.Shifts,
        },
        Readiness = new Readiness
        {
            Week = request.Week ?? WeekGrid.Empty,
            Nights = request.Nights,
            NoticeHours = request.NoticeHours,
            LongestStayDays = request.LongestStayDays,
            Spells = [.. (request.Spells ?? []).Select(spell => new Spell(spell.Kind, new Interval(spell.Start, spell.End)))],
        },
        Preferences = new AskingPreferences { WeeklyLimit = request.WeeklyLimit ?? new AskingPreferences().WeeklyLimit, YearlyDays = request.YearlyDays },
        At = now,
    };
}
