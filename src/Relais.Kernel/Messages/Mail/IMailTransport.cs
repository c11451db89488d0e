using Relais.Kernel.Messages.Sending;

namespace Relais.Kernel.Messages.Mail;

/// <summary>Carries an e-mail out of the house. Used by one worker at a time.</summary>
internal interface IMailTransport : IAsyncDisposable
{
    Task<Outcome> SendAsync(Email email);

    /// <summary>Nothing more to send for now.</summary>
    Task RestAsync();
}
