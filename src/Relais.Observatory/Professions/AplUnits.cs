using Relais.Accessibility.Parameters;
using Relais.Kernel.Wording;

namespace Relais.Observatory.Professions;

/// <summary>In what the accessibility of each profession is counted, and where it is low.</summary>
internal static class AplUnits
{
    public static string Of(Words t, CareProfession profession) => profession is CareProfession.GeneralPractitioner
        ? t["consultations par an et par habitant"]
        : t["équivalents temps plein pour 100 000 habitants"];

    /// <summary>Published for general practitioners alone.</summary>
    public static IReadOnlyList<double> Thresholds(CareProfession profession) => profession is CareProfession.GeneralPractitioner ? [AplThreshold.Low.Value] : [];
}
