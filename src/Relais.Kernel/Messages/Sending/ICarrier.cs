namespace Relais.Kernel.Messages.Sending;

/// <summary>Takes letters out by one channel, one at a time.</summary>
internal interface ICarrier : IAsyncDisposable
{
    Channel Channel { get; }

    /// <summary>Sends to the end: an interruption halfway would only make a repeat.</summary>
    Task<Outcome> SendAsync(Letter letter, MessageContext context, MessageNature nature);

    /// <summary>Nothing more to send for now.</summary>
    Task RestAsync();
}
