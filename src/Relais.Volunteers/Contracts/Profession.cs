using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>A profession of the source grid, with its code in the State's nomenclature where there is one.</summary>
[JsonConverter(typeof(CodeJson<Profession>))]
public sealed class Profession : ICoded<Profession>
{
    private Profession(string code, string label, string? nos, bool hasRpps) => (Code, Label, Nos, HasRpps) = (code, label, nos, hasRpps);

    public static Profession Physician { get; } = new("physician", "Médecin", "10", hasRpps: true);

    public static Profession Nurse { get; } = new("nurse", "Infirmier", "60", hasRpps: true);

    public static Profession CareAssistant { get; } = new("care-assistant", "Aide-soignant", "35", hasRpps: false);

    public static Profession NurseAnaesthetist { get; } = new("nurse-anaesthetist", "Infirmier anesthésiste (IADE)", "60", hasRpps: true);

    public static Profession TheatreNurse { get; } = new("theatre-nurse", "Infirmier de bloc opératoire (IBODE)", "60", hasRpps: true);

    public static Profession DispatchAssistant { get; } = new("dispatch-assistant", "Assistant de régulation médicale", null, hasRpps: false);

    public static Profession Porter { get; } = new("porter", "Brancardier", null, hasRpps: false);

    public static Profession AmbulanceDriver { get; } = new("ambulance-driver", "Conducteur ambulancier", "36", hasRpps: false);

    public static Profession HospitalServiceAgent { get; } = new("hospital-service-agent", "Agent des services hospitaliers (ASH)", null, hasRpps: false);

    public static Profession HospitalServiceEmployee { get; } = new("hospital-service-employee", "Employé de service hospitalier (ESH)", null, hasRpps: false);

    public static Profession Radiographer { get; } = new("radiographer", "Manipulateur radio", "98", hasRpps: true);

    public static Profession Pharmacist { get; } = new("pharmacist", "Pharmacien", "21", hasRpps: true);

    public static Profession PharmacyTechnician { get; } = new("pharmacy-technician", "Préparateur en pharmacie", "38", hasRpps: false);

    public static Profession Surgeon { get; } = new("surgeon", "Chirurgien", "10", hasRpps: true);

    public static IReadOnlyList<Profession> All { get; } =
    [
        Physician, Nurse, CareAssistant, NurseAnaesthetist, TheatreNurse, DispatchAssistant, Porter, AmbulanceDriver,
        HospitalServiceAgent, HospitalServiceEmployee, Radiographer, Pharmacist, PharmacyTechnician, Surgeon,
    ];

    /// <summary>The rank in <see cref="All"/>: kept in memory, never in a database.</summary>
    public int Index => All.TakeWhile(profession => profession != this).Count();

    public string Code { get; }

    /// <summary>In French, as the source text names it.</summary>
    public string Label { get; }

    /// <summary>
    /// The code in TRE_G15 (NOS, ANS), or nothing for those that the nomenclature does not know. A technician of a
    /// retail pharmacy is 39; a nurse anaesthetist or of the theatre is a nurse (60) with a diploma of TRE_R48.
    /// </summary>
    public string? Nos { get; }

    /// <summary>Whether those who practise it have a number in the national directory; even then one may be without.</summary>
    public bool HasRpps { get; }

    public static Profession? Find(string? code) => All.FirstOrDefault(profession => profession.Code == code);

    public override string ToString() => Code;
}
