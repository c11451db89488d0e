using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>
/// A cell of the grid of the source text (renforts-covid.fr): a profession and, for three of them, the unit in which it
/// is practised. There are 28. The order is fixed: <see cref="Index"/> may be kept in memory, never in a database.
/// </summary>
[JsonConverter(typeof(CodeJson<ProfessionUnit>))]
public sealed class ProfessionUnit : ICoded<ProfessionUnit>
{
    private static readonly FrozenDictionary<string, ProfessionUnit> ByCode;

    static ProfessionUnit()
    {
        All = [.. Cells().Select((cell, index) => new ProfessionUnit(index, cell.Profession, cell.Unit, cell.Label, cell.Specialties))];
        ByCode = All.ToFrozenDictionary(cell => cell.Code);
    }

    private ProfessionUnit(int index, Profession profession, string? unit, string? unitLabel, IReadOnlyList<string> specialties)
    {
        (Index, Profession, Unit, UnitLabel, Specialties) = (index, profession, unit, unitLabel, specialties);
        Code = unit is null ? profession.Code : $"{profession.Code}.{unit}";
        Label = unitLabel is null ? profession.Label : $"{profession.Label}, {unitLabel}";
    }

    public static IReadOnlyList<ProfessionUnit> All { get; }

    /// <summary>From 0 to 27.</summary>
    public int Index { get; }

    /// <summary>As it is stored and exchanged: <c>nurse.intensive-care</c>, <c>porter</c>.</summary>
    public string Code { get; }

    public Profession Profession { get; }

    /// <summary>The code of the unit, or nothing for a profession that the grid does not split.</summary>
    public string? Unit { get; }

    public string? UnitLabel { get; }

    /// <summary>In French: « Infirmier, réanimation ou soins intensifs ».</summary>
    public string Label { get; }

    /// <summary>
    /// The specialties of TRE_R38 (NOS, ANS) that practise in this cell. Empty where the unit is a skill of the person
    /// that no nomenclature records, and for the surgeon, whose specialties are all the surgical ones.
    /// </summary>
    public IReadOnlyList<string> Specialties { get; }

    public static ProfessionUnit? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var cell) ? cell : null;

    public static IReadOnlyList<ProfessionUnit> Of(Profession profession) => [.. All.Where(cell => cell.Profession == profession)];

    public override string ToString() => Code;

    private static IEnumerable<(Profession Profession, string? Unit, string? Label, string[] Specialties)> Cells()
    {
        yield return (Profession.Physician, "emergency", "urgences", ["SM59"]);
        yield return (Profession.Physician, "general-practice", "médecine générale", ["SM26", "SM53", "SM54"]);
        yield return (Profession.Physician, "teleconsultation", "téléconsultation", []);
        yield return (Profession.Physician, "anaesthesia", "anesthésie", ["SM02"]);
        yield return (Profession.Physician, "intensive-care", "réanimation", ["SM46", "SM02"]);
        yield return (Profession.Physician, "palliative-care", "soins palliatifs", []);
        yield return (Profession.Physician, "geriatrics", "gériatrie", ["SM18"]);

        foreach (var profession in (Profession[])[Profession.Nurse, Profession.CareAssistant])
        {
            yield return (profession, "general", "généraliste hors gériatrie", []);
            yield return (profession, "geriatrics", "gériatrie", []);
            yield return (profession, "intensive-care", "réanimation ou soins intensifs", []);
            yield return (profession, "palliative-care", "soins palliatifs", []);
            yield return (profession, "emergency", "urgences", []);
        }

        foreach (var profession in Profession.All.Skip(3))
        {
            yield return (profession, null, null, []);
        }
    }
}
