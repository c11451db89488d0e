namespace Relais.Volunteers.Contracts;

/// <summary>Opens many dossiers at once: the demonstration, measurements, a move from another platform.</summary>
public interface IVolunteerLoader
{
    /// <summary>Writes them in one transaction, joining the caller's. Their persons must exist or come along in it.</summary>
    /// <returns>How many were written.</returns>
    Task<int> WriteAsync(IEnumerable<NewVolunteer> volunteers, CancellationToken cancellation);
}
