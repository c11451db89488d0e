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

    /// <summary>The threshold, what zonings call 4, and the tenths of the country on both sides: the same classes for every territory and year.</summary>
    public static IReadOnlyList<double> MapThresholds(CareProfession profession) => profession is CareProfession.GeneralPractitioner ? [1.5, AplThreshold.Low.Value, 4, 5.5] : [];
}
