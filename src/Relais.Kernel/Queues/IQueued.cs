namespace Relais.Kernel.Queues;

/// <summary>A row that a worker will take. Two rows with the same <see cref="OnceKey"/> are one piece of work: the second is not written.</summary>
internal interface IQueued
{
    string? OnceKey { get; }

    QueueName Queue { get; }
}

internal enum QueueName
{
    Job,
    Message,
}
