using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Relais.Accounts.Contracts;
using Relais.Documents;
using Relais.Kernel.Identifiers;

namespace Relais.Missions.Statement;

/// <summary>The statement of a month as a paper and as tables.</summary>
internal static class StatementFiles
{
    public const string Route = "/etablissements/{finess}/releve/{format}";

    public static void MapStatementFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, FileAsync).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(string finess, string format, string? mois, MonthStatement statements, PaperIssuer issuer, IReadings readings, TimeProvider clock, CancellationToken cancellation)
    {
        if (Finess.Parse(finess).Value is not { } number || await statements.FindAsync(number, StatementOfMonth.Asked(mois, clock.GetUtcNow()), cancellation) is not { } statement)
        {
            return Results.NotFound();
        }

        await readings.NoteAsync(MissionsReadings.Owed, statement.People, cancellation);
        return format switch
        {
            "pdf" => Results.File(statement.Draw(await issuer.NameAsync(cancellation)), Pdf.MediaType, $"{statement.FileName}.pdf"),
            "csv" => Results.File(CsvText.Bytes(statement.Sheet, CultureInfo.CurrentCulture), CsvText.MediaType, $"{statement.FileName}.csv"),
            "xlsx" => Results.File(Xlsx.Bytes(statement.Sheet), Xlsx.MediaType, $"{statement.FileName}.xlsx"),
            _ => Results.NotFound(),
        };
    }
}
