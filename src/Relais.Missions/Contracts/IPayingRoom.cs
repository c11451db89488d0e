using Relais.Matching.Rest;

namespace Relais.Missions.Contracts;

/// <summary>A room whose missions are paid: it says what hours are worth, by the terms agreed and the dated rules of their day.</summary>
public interface IPayingRoom
{
    /// <summary>As in <see cref="MissionOrigin.Room"/>.</summary>
    string Room { get; }

    /// <param name="origin">The promise.</param>
    /// <param name="when">The hours worked, or planned while none are agreed.</param>
    /// <param name="breakMinutes">Unpaid break in them.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<Worth> WorthAsync(MissionOrigin origin, Interval when, int breakMinutes, CancellationToken cancellation);
}

/// <summary>What the hours of a mission are worth.</summary>
public abstract record Worth
{
    private Worth()
    {
    }

    /// <param name="Cents">Gross, in hundredths of the currency.</param>
    /// <param name="Currency">ISO 4217.</param>
    /// <param name="Payer">Who owes it.</param>
    /// <param name="Reference">The text that gives the rate; empty when the two agreed on it.</param>
    /// <param name="Parts">How the sum is made.</param>
    public sealed record Sum(int Cents, string Currency, Payer Payer, string Reference, IReadOnlyList<PaidTime> Parts) : Worth;

    /// <summary>The mission is unpaid, and said so beforehand.</summary>
    public sealed record Nothing : Worth;

    /// <summary>It is to be paid and no text says how much: never guessed, always shown.</summary>
    public sealed record NoPublishedRate(Payer Payer) : Worth;
}

/// <summary>Minutes paid at one hourly rate.</summary>
public readonly record struct PaidTime(int Minutes, int HourlyCents);

public enum Payer
{
    /// <summary>The establishment, by contract.</summary>
    Facility,

    /// <summary>The health insurance fund, on the monthly list that the establishment signs (requisition).</summary>
    HealthInsurance,
}
