using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Design.Display;
using Relais.Design.Fields;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

/// <summary>By which channels each sort of message is to come.</summary>
internal sealed class MessageSortsModel(RelaisDb db, ICurrentUser user, IPeople people, Words T) : PageModel
{
    [BindProperty]
    public SortsForm Form { get; set; } = new();

    public ContactWishes Wishes { get; private set; } = null!;

    public bool HasMobile { get; private set; }

    public IEnumerable<Choice> Choices => Topics.Select(topic => TopicWords.ChoiceOf(topic, T));

    /// <summary>What an establishment or a territory is about concerns those who answer for one.</summary>
    private IEnumerable<MessageTopic> Topics => Enum.GetValues<MessageTopic>()
        .Where(topic => topic is not MessageTopic.Account && (topic is not MessageTopic.Managing || user.Roles.Any(held => held.Role is not Role.Volunteer)));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        var refused = await RefusedAsync(cancellation);
        Form = new SortsForm { Email = Wanted(Channel.Email), Sms = Wanted(Channel.Sms) };

        List<MessageTopic> Wanted(Channel channel) => [.. Topics.Where(topic => !refused.Exists(one => one.Topic == topic && one.Channel == channel))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (!Form.Email.Contains(MessageTopic.Promises) && !(HasMobile && Form.Sms.Contains(MessageTopic.Promises)))
        {
            ModelState.AddModelError("Form.Email", T["Gardez un moyen d’apprendre ce qui change dans une mission promise : on compte sur vous"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.InTransactionAsync(() => SaveAsync(cancellation), cancellation);
        TempData.Announce(T["Vos choix sont enregistrés."]);
        return LocalRedirect("/mon-compte/messages");
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        // A sort that is not shown keeps what was chosen before.
        db.RemoveRange((await RefusedAsync(cancellation)).Where(one => Topics.Contains(one.Topic)));
        await db.SaveChangesAsync(cancellation);
        db.AddRange(Refused(Channel.Email, Form.Email).Concat(Refused(Channel.Sms, Form.Sms)));
    }

    private IEnumerable<RefusedTopic> Refused(Channel channel, List<MessageTopic> wanted) =>
        Topics.Except(wanted).Select(topic => new RefusedTopic { PersonId = user.Person, Topic = topic, Channel = channel });

    private Task<List<RefusedTopic>> RefusedAsync(CancellationToken cancellation) =>
        db.Set<RefusedTopic>().Where(one => one.PersonId == user.Person).ToListAsync(cancellation);

    private async Task LookAsync(CancellationToken cancellation)
    {
        Wishes = await db.WishesOfAsync(user.Person, cancellation);
        HasMobile = await people.HasProvedMobileAsync(user.Person, cancellation);
    }

    internal sealed class SortsForm
    {
        [Display(Name = "Me prévenir par courriel")]
        public List<MessageTopic> Email { get; init; } = [];

        [Display(Name = "Me prévenir par SMS")]
        public List<MessageTopic> Sms { get; init; } = [];
    }
}
