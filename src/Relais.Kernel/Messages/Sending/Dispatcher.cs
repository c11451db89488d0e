using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Relais.Kernel.Messages.Sending;

/// <summary>
/// Decides, at the last moment, whether a message still goes: to whom, whether they want it, whether they sleep, and
/// whether what it says is still true. Then it is written and handed over.
/// </summary>
internal sealed partial class Dispatcher(IServiceScopeFactory scopes, MessageTemplates templates, TimeProvider clock, ILogger<Dispatcher> log)
{
    private static readonly TimeSpan WaitForNewerNode = TimeSpan.FromMinutes(1);

    public async Task<Outcome> DispatchAsync(ClaimedMessage message, Recipient? person, ICarrier carrier, CancellationToken stopping)
    {
        if (templates.Find(message.Template) is not { } template)
        {
            return Outcome.Postponed(clock.GetUtcNow() + WaitForNewerNode, "unknown-template");
        }

        if (person is null)
        {
            return Outcome.Suppressed("no-such-person");
        }

        if (Wish.WhyNot(template, person, carrier.Channel) is { } why)
        {
            return Outcome.Suppressed(why);
        }

        return await WriteAndSendAsync(message, new MessageContext(message.Id, carrier.Channel, person), template, carrier, stopping);
    }

    /// <returns>When the person may be disturbed again, or nothing when it is now.</returns>
    private DateTimeOffset? QuietUntil(Recipient person, MessageNature nature, Letter letter) =>
        nature is MessageNature.Immediate || (letter.IsUrgent && person.WakesWhenUrgent) ? null : person.Quiet?.EndIfWithin(clock.GetUtcNow());

    private async Task<Outcome> WriteAndSendAsync(
        ClaimedMessage message, MessageContext context, MessageTemplate template, ICarrier carrier, CancellationToken stopping)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(context.Recipient.Language);
        Letter? letter;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            letter = await template.RenderAsync(scope.ServiceProvider, message.Ids, context, stopping);
        }
#pragma warning disable CA1031 // Whatever a template throws concerns this message alone.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogTemplateFailure(log, exception, message.Template, message.Id);
            return Outcome.Deferred($"template-{exception.GetType().Name}");
        }

        return letter is null ? Outcome.Cancelled()
            : QuietUntil(context.Recipient, template.Nature, letter) is { } morning ? Outcome.Postponed(morning, "quiet-hours")
            : await carrier.SendAsync(letter, context, template.Nature);
    }

    [LoggerMessage(LogLevel.Error, "The template {Template} failed on message {Id}")]
    private static partial void LogTemplateFailure(ILogger log, Exception exception, string template, Guid id);
}
