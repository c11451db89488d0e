using Microsoft.Extensions.DependencyInjection;

namespace Relais.Accounts.Contracts;

/// <summary>Something of what is kept of a person, which others look at in the exercise of a function. The person can see that they did.</summary>
/// <param name="Action">What the journal calls it; it never changes.</param>
/// <param name="Sentence">To the person, in French: what was seen. Shown through the words of the house.</param>
/// <param name="By">The functions in which one may see it.</param>
public sealed record FileReading(string Action, string Sentence, params IReadOnlyList<Role> By);

/// <summary>A page that shows what is kept of others. That it was opened is noted when it is, once an hour for each of them.</summary>
public interface IShowsPeople
{
    FileReading Reading { get; }

    /// <summary>Whom the page shows, once its handler has run.</summary>
    IEnumerable<PersonId> PeopleShown { get; }
}

/// <summary>Notes who looked at what is kept of a person, where no page does: a file, a paper.</summary>
public interface IReadings
{
    /// <summary>Once an hour for each person; those who look at their own are left out.</summary>
    Task NoteAsync(FileReading reading, IEnumerable<PersonId> people, CancellationToken cancellation, string? detail = null);
}

public static class ReadingServices
{
    /// <summary>Declares what the pages and files of a room show of people.</summary>
    public static IServiceCollection AddReadings(this IServiceCollection services, params ReadOnlySpan<FileReading> readings)
    {
        foreach (var reading in readings)
        {
            services.AddSingleton(reading);
        }

        return services;
    }
}
