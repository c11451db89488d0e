using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Api;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Facilities;

internal static class FacilitiesApi
{
    public static void MapFacilitiesApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/v1/facilities", CreateAsync).WithName("createFacility").WithTags("facilities").WithBodyRules();

    private static async Task<Results<Created<FacilitySummary>, ProblemHttpResult>> CreateAsync(
        NewFacilityBody body, IFacilities facilities, ICommunes communes, ICurrentUser user, RelaisDb db, JournalWriter journal, Words t, CancellationToken cancellation)
    {
        if (!await user.MayAsync(Resource.OfCommune(body.Commune!.Value), cancellation, Role.Coordinator, Role.Administrator))
        {
            return Problem.NotAllowed();
        }

        if ((await communes.GetAsync(cancellation)).Find(body.Commune) is null)
        {
            return Problem.Because(StatusCodes.Status422UnprocessableEntity, "commune_unknown", t["Cette commune n’existe pas ou plus."]);
        }

        facilities.Record(new NewFacility(body.Number!, body.Entity, body.Name!.Trim(), body.Commune, body.Category!, body.Address, body.Phone, "api"));
        journal.Record("facility.created", "facility", body.Number!.Value);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy("facility_pkey", "facility.number"))
        {
            return Problem.Because(StatusCodes.Status409Conflict, "facility_known", t["Cet établissement est déjà connu de Relais."]);
        }

        return TypedResults.Created($"/etablissements/{body.Number}", (await facilities.FindAsync(body.Number, cancellation))!);
    }

    internal sealed record NewFacilityBody : IApiBody
    {
        [Required(ErrorMessage = "Indiquez le numéro FINESS.")]
        public Finess? Number { get; init; }

        /// <summary>The legal entity that holds the site.</summary>
        public Finess? Entity { get; init; }

        [Required(ErrorMessage = "Indiquez le nom de l’établissement")]
        [StringLength(200, ErrorMessage = "200 caractères au plus")]
        public string? Name { get; init; }

        [Required(ErrorMessage = "Indiquez la commune")]
        public CommuneCode? Commune { get; init; }

        [Required(ErrorMessage = "Indiquez la catégorie")]
        [RegularExpression("^[0-9]{3}$", ErrorMessage = "La catégorie est un code de trois chiffres, 355 pour un centre hospitalier")]
        public string? Category { get; init; }

        [StringLength(300, ErrorMessage = "300 caractères au plus")]
        public string? Address { get; init; }

        [RegularExpression(@"^\+?[0-9 .\-]{4,20}$", ErrorMessage = "Écrivez un numéro de téléphone, par exemple 02 97 23 00 00")]
        public string? Phone { get; init; }
    }
}
