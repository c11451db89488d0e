using Relais.Accounts.Contracts;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;

namespace Relais.Accounts.Installing;

/// <summary>Sends a test; it joins the caller's unit of work.</summary>
internal sealed class TestMessages(Outbox outbox, JournalWriter journal)
{
    public void Send(PersonId person, Guid address)
    {
        outbox.Add(person.Value, new TestMessage(address));
        journal.Record("installation.mail_tested", "person", person.Value);
    }
}
