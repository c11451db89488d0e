using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Readings;
using Relais.Kernel.Data;
using Relais.Kernel.Files;

namespace Relais.Accounts.Verifications;

/// <summary>Shows one document of a case to who may decide it, and writes down that it was looked at.</summary>
internal static class EvidenceFile
{
    public const string Route = "/verifications/{id:guid}/pieces/{file:guid}";

    public static void MapEvidenceFile(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, ShowAsync).ExcludeFromDescription();

    /// <summary>Any document of a case, for the tests that open every address.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string>?> ExampleAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var found = await services.GetRequiredService<RelaisDb>().Set<VerificationFile>().AsNoTracking()
            .OrderBy(file => file.VerificationId).FirstOrDefaultAsync(cancellation);
        return found is null ? null : new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = found.VerificationId.ToString(),
            ["file"] = found.FileId.ToString(),
        };
    }

    private static async Task<IResult> ShowAsync(
        Guid id, Guid file, HttpContext http, VerificationDesk desk, FileStore files, RelaisDb db, IReadings readings, CancellationToken cancellation)
    {
        var known = await desk.FilesOfAsync(id, cancellation);
        if (!known.Contains(file) || await files.OpenAsync(file, cancellation) is not { } content)
        {
            return Results.NotFound();
        }

        var person = await db.Set<Verification>().Where(verification => verification.Id == id).Select(verification => verification.PersonId).SingleAsync(cancellation);
        await readings.NoteAsync(AccountsReadings.Evidence, [person], cancellation, $"{file}");
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(content.Content, content.MediaType);
    }
}
