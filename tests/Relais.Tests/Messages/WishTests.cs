using Relais.Kernel.Messages;
using Relais.Kernel.Messages.Sending;

namespace Relais.Tests.Messages;

/// <summary>What a person chose, sort by sort, and what cannot be silenced.</summary>
public sealed class WishTests
{
    private static readonly Recipient Ana = new() { PersonId = Guid.CreateVersion7(), Name = "Ana", Email = "ana@exemple.fr", Mobile = "+33612345678" };

    [Fact]
    public void A_sort_refused_by_a_channel_comes_by_the_others_and_other_sorts_come_by_it()
    {
        var person = Wanting(Channel.Email, Channel.Sms) with { Refused = Refusing((MessageTopic.Requests, Channel.Email)) };

        Assert.Equal("not-wanted", Wish.WhyNot(Template(MessageNature.Notice, MessageTopic.Requests), person, Channel.Email));
        Assert.Null(Wish.WhyNot(Template(MessageNature.Notice, MessageTopic.Requests), person, Channel.Sms));
        Assert.Null(Wish.WhyNot(Template(MessageNature.Service, MessageTopic.Reminders), person, Channel.Email));
    }

    [Fact]
    public void What_cannot_wait_is_refused_by_a_channel_like_anything_else()
    {
        var person = Wanting(Channel.Email) with { Refused = Refusing((MessageTopic.Managing, Channel.Email), (MessageTopic.Managing, Channel.Sms)) };

        Assert.Equal("not-wanted", Wish.WhyNot(Template(MessageNature.Immediate, MessageTopic.Managing), person, Channel.Email));
        Assert.Equal("not-wanted", Wish.WhyNot(Template(MessageNature.Immediate, MessageTopic.Managing), person, Channel.Sms));
    }

    [Theory]
    [InlineData(MessageNature.Service)]
    [InlineData(MessageNature.Immediate)]
    public void What_concerns_a_promise_comes_by_email_when_no_other_way_is_left(MessageNature nature)
    {
        var silent = Wanting() with { Refused = Refusing((MessageTopic.Promises, Channel.Email), (MessageTopic.Promises, Channel.Sms)) };
        var bySms = Wanting(Channel.Sms) with { Refused = Refusing((MessageTopic.Promises, Channel.Email)) };
        var promise = Template(nature, MessageTopic.Promises);

        Assert.Null(Wish.WhyNot(promise, silent, Channel.Email));
        Assert.Equal("not-wanted", Wish.WhyNot(promise, silent, Channel.Sms));
        Assert.Equal("not-wanted", Wish.WhyNot(promise, bySms, Channel.Email));
        Assert.Null(Wish.WhyNot(promise, bySms, Channel.Sms));
        Assert.Null(Wish.WhyNot(promise, bySms with { Mobile = null }, Channel.Email));
        Assert.Null(Wish.WhyNot(promise with { Channels = [Channel.Email, Channel.Inbox] }, bySms, Channel.Email));
    }

    [Fact]
    public void Nobody_silences_what_the_safety_of_the_account_asks()
    {
        var silent = Wanting() with { Refused = Refusing((MessageTopic.Account, Channel.Email)), Stopped = new HashSet<Channel> { Channel.Email } };

        Assert.Null(Wish.WhyNot(Template(MessageNature.Immediate, MessageTopic.Account), silent, Channel.Email));
        Assert.Null(Wish.WhyNot(Template(MessageNature.Service, MessageTopic.Account), silent, Channel.Email));
    }

    [Fact]
    public void Stop_stops_notices_and_nothing_else()
    {
        var stopped = Wanting(Channel.Email, Channel.Sms) with { Stopped = new HashSet<Channel> { Channel.Sms } };

        Assert.Equal("stopped", Wish.WhyNot(Template(MessageNature.Notice, MessageTopic.Requests), stopped, Channel.Sms));
        Assert.Null(Wish.WhyNot(Template(MessageNature.Service, MessageTopic.Promises), stopped, Channel.Sms));
    }

    private static Recipient Wanting(params Channel[] channels) => Ana with { Wanted = new HashSet<Channel>(channels) { Channel.Inbox } };

    private static HashSet<(MessageTopic, Channel)> Refusing(params (MessageTopic, Channel)[] refused) => [.. refused];

    private static MessageTemplate Template(MessageNature nature, MessageTopic topic) =>
        new("a-template", nature, topic, [Channel.Email, Channel.Sms, Channel.Inbox], (_, _, _, _) => Task.FromResult<Letter?>(null));
}
