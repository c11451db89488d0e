using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Messages.Sending;
using Relais.Kernel.Messages.Sms;

namespace Relais.Kernel.Messages;

public static class MessageServices
{
    /// <summary>Declares who writes a <typeparamref name="TMessage"/>.</summary>
    public static IServiceCollection AddMessage<TMessage, TTemplate>(this IServiceCollection services)
        where TMessage : IMessage
        where TTemplate : class, IMessageTemplate<TMessage>
    {
        services.AddScoped<IMessageTemplate<TMessage>, TTemplate>();
        services.AddSingleton(MessageTemplate.Of<TMessage>());
        return services;
    }

    internal static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MessageTemplates(provider.GetServices<MessageTemplate>()));
        services.AddScoped<Outbox>();
        services.AddScoped<Inbox>();
        services.AddScoped<MessageLog>();
        services.AddScoped<Deliveries>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<UnsubscribeLinks>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<PostFolders>();
        services.AddSingleton<Carriers>();
        services.AddHostedService<MessageWorker>();
        return services;
    }
}
