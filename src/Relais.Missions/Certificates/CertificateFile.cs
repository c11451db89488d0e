using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Relais.Documents;

namespace Relais.Missions.Certificates;

/// <summary>The certificate to keep, print or send on; drawn when it is asked for.</summary>
internal static class CertificateFile
{
    public const string Route = "/attestations/{code}/attestation.pdf";

    public static void MapCertificateFile(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        Route,
        async (string code, CertificateReading certificates, CertificatePaper paper, CancellationToken cancellation) =>
            await certificates.FindAsync(code, cancellation) is { } view
                ? Results.File(await paper.DrawAsync(view, cancellation), Pdf.MediaType, $"attestation-{CertificateCode.Print(view.Certificate.Code)}.pdf")
                : Results.NotFound())
        .ExcludeFromDescription();
}
