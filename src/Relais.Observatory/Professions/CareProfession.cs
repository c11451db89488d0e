namespace Relais.Observatory.Professions;

/// <summary>The professions of first resort whose accessibility is measured: those of the published APL.</summary>
internal enum CareProfession
{
    GeneralPractitioner,
    Nurse,
    Physiotherapist,
    Dentist,
    Midwife,
}
