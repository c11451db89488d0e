namespace Relais.Kernel.Messages.Sending;

/// <summary>Whether a person wants a message by a channel, as they chose channels and sorts of messages.</summary>
internal static class Wish
{
    /// <returns>A code, or nothing when it may go.</returns>
    public static string? WhyNot(MessageTemplate template, Recipient person, Channel channel)
    {
        var why = WhyNotChosen(template, person, channel);

        // What must reach somebody comes by e-mail where they chose no way for it to come.
        return why is not null && channel is Channel.Email && template.Topic.MustReach() && !template.Channels.Any(other => IsReached(template, person, other))
            ? null
            : why;
    }

    private static string? WhyNotChosen(MessageTemplate template, Recipient person, Channel channel) => template switch
    {
        { Topic: not MessageTopic.Account } when person.Refused.Contains((template.Topic, channel)) => "not-wanted",
        { Nature: MessageNature.Immediate } => null,
        _ when !person.Wanted.Contains(channel) => "not-wanted",
        { Nature: MessageNature.Notice } when person.Stopped.Contains(channel) => "stopped",
        _ => null,
    };

    private static bool IsReached(MessageTemplate template, Recipient person, Channel channel) => channel switch
    {
        Channel.Email => person.Email is not null && WhyNotChosen(template, person, channel) is null,
        Channel.Sms => person.Mobile is not null && WhyNotChosen(template, person, channel) is null,
        _ => false,
    };
}
