using System.Globalization;
using Relais.Documents;
using Relais.Kernel.Links;
using Relais.Kernel.Wording;

namespace Relais.Missions.Certificates;

/// <summary>The certificate in words, for the page and for the paper: they say the same.</summary>
internal sealed class CertificatePaper(Words t, HoursText when, PublicAddress address, PaperIssuer issuer)
{
    public string Title => t["Attestation de participation"];

    public string Lead(CertificateView view) => t["{0} a fait en renfort le service indiqué.", view.Name];

    public IReadOnlyList<Fact> Facts(CertificateView view)
    {
        var (mission, hours) = (view.Mission, view.Hours);
        return
        [
            new(t["Personne"], view.Name),
            new(t["Fonction"], t[mission.Task]),
            new(t["Établissement"], $"{view.Facility}, {view.Commune}, {t["FINESS {0}", mission.Finess.Printed].Value}"),
            new(t["Service fait"], when.SayInFull(hours.StartsAt, hours.EndsAt, mission.TimeZone)),
            new(t["Durée"], t["{0} h {1:00}, pause de {2} min déduite", hours.PaidMinutes / 60, hours.PaidMinutes % 60, hours.BreakMinutes]),
            new(t["Délivrée le"], TimeZoneInfo.ConvertTime(view.Certificate.IssuedAt, TimeZoneInfo.FindSystemTimeZoneById(mission.TimeZone)).ToString("D", CultureInfo.CurrentCulture)),
            new(t["Code"], CertificateCode.Print(view.Certificate.Code), IsStrong: true),
        ];
    }

    public string HowToCheck => t["L’établissement et la personne ont validé ces heures. Pour vérifier cette attestation, ouvrez la page des attestations et tapez le code."];

    public Uri WhereToCheck => address.Of("/attestations");

    public async Task<byte[]> DrawAsync(CertificateView view, CancellationToken cancellation) => Pdf.Bytes(new Document
    {
        Title = Title,
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Issuer = await issuer.NameAsync(cancellation),
        DatedAt = view.Certificate.IssuedAt,
        Blocks =
        [
            new Block.Paragraph(Lead(view), IsLead: true),
            new Block.Facts(Facts(view)),
            new Block.Paragraph($"{HowToCheck}\n{WhereToCheck}"),
        ],
    });
}
