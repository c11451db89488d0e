using Relais.Accounts.Contracts;

namespace Relais.Commitments.Contracts;

/// <summary>
/// The shifts of a person at their own employer, typed one by one or read from a calendar file. They are held like every
/// commitment, so that rest counts over all employers. Nothing is kept of them but the hours: neither place nor title.
/// </summary>
public interface IEmployerShifts
{
    /// <summary>What the person has told: the shifts of the last seven days and those to come, the imports, "no employer".</summary>
    Task<EmployerHours> ReadAsync(PersonId person, CancellationToken cancellation);

    /// <summary>Records one shift, or says why not. Somebody who has a shift has an employer: "no employer" is withdrawn.</summary>
    Task<ShiftAnswer> AddAsync(NewEmployerShift shift, CancellationToken cancellation);

    /// <summary>Removes a shift, typed or imported. Removing twice is harmless.</summary>
    Task RemoveAsync(PersonId person, CommitmentId shift, CancellationToken cancellation);

    /// <summary>
    /// Dry run: reads a calendar file and says what importing it would do. The file waits for <see cref="ApplyAsync"/>,
    /// one a person, and is forgotten when it is applied or after a day.
    /// </summary>
    Task<CalendarAnswer> ReadCalendarAsync(CalendarUpload upload, CancellationToken cancellation);

    /// <summary>The same answer again, for a page that is opened once more; null when no such file waits.</summary>
    Task<CalendarAnswer?> FindReadingAsync(PersonId person, EmployerImportId import, CancellationToken cancellation);

    /// <summary>
    /// Holds the shifts of the file that waits, judged anew; null when no such file waits. The same file, or one of the same
    /// name, imported before is replaced: only its shifts that are over and that the new file no longer tells stay.
    /// </summary>
    Task<CalendarAnswer?> ApplyAsync(PersonId person, EmployerImportId import, CancellationToken cancellation);

    /// <summary>Removes an import with all its shifts.</summary>
    Task RemoveImportAsync(PersonId person, EmployerImportId import, CancellationToken cancellation);

    /// <summary>The person says that nobody else employs them: their hours are then known. Refused while shifts are to come.</summary>
    /// <returns>Why not, ready to be shown; null when it is recorded.</returns>
    Task<string?> DeclareNoEmployerAsync(PersonId person, CancellationToken cancellation);

    /// <summary>Takes "no employer" back: the hours are unknown again until shifts are told.</summary>
    Task WithdrawNoEmployerAsync(PersonId person, CancellationToken cancellation);

    /// <summary>Erases all that the person told here, for somebody who leaves.</summary>
    Task ForgetAsync(PersonId person, CancellationToken cancellation);
}
