using Relais.Kernel.Messages.Letters;
using Relais.Kernel.Messages.Sms;

namespace Relais.Kernel.Messages.Sending;

internal sealed class SmsCarrier(ISmsProvider provider) : ICarrier
{
    public Channel Channel => Channel.Sms;

    public async Task<Outcome> SendAsync(Letter letter, MessageContext context, MessageNature nature)
    {
        if ((letter.ToUnproved ?? context.Recipient.Mobile) is not { Length: > 0 } number)
        {
            return Outcome.Suppressed(Outcome.NoAddress);
        }

        var text = GsmText.Of(LetterText.Sms(letter));
        var receipt = await provider.SendAsync(new SmsMessage(context.MessageId, number, text));
        return receipt.Fate switch
        {
            SmsFate.Taken => Outcome.Sent(receipt.Reference) with { Parts = SmsLength.Of(text).Parts },
            SmsFate.NotNow => Outcome.Deferred(receipt.Reference ?? "sms-not-now"),
            SmsFate.Refused => Outcome.Refused(receipt.Reference ?? "sms-refused"),
            _ => Outcome.Unavailable(receipt.Reference ?? "sms-unreachable"),
        };
    }

    public Task RestAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        (provider as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
