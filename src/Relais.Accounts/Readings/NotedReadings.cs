using Relais.Accounts.Contracts;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Readings;

internal sealed class NotedReadings(ICurrentUser user, JournalReadings journal) : IReadings
{
    public async Task NoteAsync(FileReading reading, IEnumerable<PersonId> people, CancellationToken cancellation, string? detail = null)
    {
        if (user.IsSignedIn && people.Where(person => person != user.Person).Select(person => person.Value).ToList() is { Count: > 0 } others)
        {
            await journal.NoteAsync(reading.Action, "person", others, detail, cancellation);
        }
    }
}
