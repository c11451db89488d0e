namespace Relais.Volunteers.Contracts;

/// <summary>An employer lets somebody work elsewhere too.</summary>
/// <param name="Employer">Its name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, that day included.</param>
/// <param name="MonthlyDays">The most days of reinforcement in a calendar month; nothing where it says no number.</param>
public sealed record EmployerAgreement(string Employer, DateOnly From, DateOnly Until, int? MonthlyDays = null);
