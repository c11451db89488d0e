using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;

namespace Relais.Volunteers.OwnPool;

/// <summary>The pool and the report of an import, as files.</summary>
internal static class OwnPoolFiles
{
    public const string Export = "/etablissements/{finess}/vivier/export.csv";
    public const string Report = "/etablissements/{finess}/vivier/import/{id:guid}/rapport.csv";

    public static void MapOwnPoolFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Export, ExportAsync).ExcludeFromDescription();
        endpoints.MapGet(Report, ReportAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ExportAsync(string finess, OwnPools pools, Words words, CancellationToken cancellation) =>
        Finess.Parse(finess).Value is { } number
            ? Results.File(await pools.ExportAsync(number, sentence => words[sentence], cancellation), CsvText.MediaType, "vivier.csv")
            : Results.NotFound();

    private static async Task<IResult> ReportAsync(string finess, Guid id, OwnPoolImports imports, Words words, CancellationToken cancellation)
    {
        if (Finess.Parse(finess).Value is not { } number || await imports.FindAsync(number, id, cancellation) is not { ImportedAt: null } import
            || !ColumnMapping.Read(import.Mapping).IsComplete)
        {
            return Results.NotFound();
        }

        var plan = await imports.PlanAsync(import, cancellation);
        return Results.File(
            CsvText.Bytes(
            [
                [words["Ligne"], words["Colonne"], words["Valeur"], words["Pourquoi"]],
                .. plan.Faults.Select(fault => (IReadOnlyList<string?>)[$"{fault.Line}", fault.Column, fault.Value, words[fault.Sentence, fault.Argument]]),
            ]),
            CsvText.MediaType,
            "rapport.csv");
    }
}
