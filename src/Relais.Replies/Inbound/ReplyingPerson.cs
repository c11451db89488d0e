using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Replies.Questions;

namespace Relais.Replies.Inbound;

/// <summary>What somebody who is forgotten wrote without having been asked anything is known by the number alone.</summary>
internal sealed class ReplyingPerson(RelaisDb db, IPeople people) : IPersonRoom
{
    public async Task ErasingAsync(PersonId person, CancellationToken cancellation)
    {
        var numbers = (await people.AddressesAsync(person, cancellation)).Where(known => known.Address.Kind is AddressKind.Mobile).Select(known => known.Address.Value)
            .Union(await db.Set<Question>().Where(question => question.PersonId == person).Select(question => question.Number).ToListAsync(cancellation))
            .ToList();
        await db.Set<SmsReply>().Where(reply => reply.QuestionId == null && numbers.Contains(reply.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(reply => reply.Number, "").SetProperty(reply => reply.Text, "").SetProperty(reply => reply.Echo, (string?)null), cancellation);
    }
}
