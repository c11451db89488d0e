using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Relais.Kernel.Messages;

/// <summary>The messages that this version of the program knows how to write.</summary>
public sealed class MessageTemplates
{
    private readonly Dictionary<string, MessageTemplate> _templates;

    internal MessageTemplates(IEnumerable<MessageTemplate> templates) =>
        _templates = templates.ToDictionary(template => template.Key, StringComparer.Ordinal);

    internal MessageTemplate? Find(string key) => _templates.GetValueOrDefault(key);

    internal void MustKnow(string key)
    {
        if (!_templates.ContainsKey(key))
        {
            throw new InvalidOperationException($"The message {key} has no template: declare it with AddMessage");
        }
    }
}

internal sealed record MessageTemplate(
    string Key, MessageNature Nature, MessageTopic Topic, IReadOnlyList<Channel> Channels, Func<IServiceProvider, string, MessageContext, CancellationToken, Task<Letter?>> RenderAsync)
{
    public static MessageTemplate Of<TMessage>()
        where TMessage : IMessage
    {
        foreach (var property in typeof(TMessage).GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (!IsId(property.PropertyType))
            {
                throw new InvalidOperationException($"{typeof(TMessage).Name}.{property.Name} is no id: a stored message holds no text");
            }
        }

        return new MessageTemplate(
            TMessage.Template,
            TMessage.Nature,
            TMessage.Topic,
            TMessage.Channels,
            (services, ids, context, cancellation) =>
                services.GetRequiredService<IMessageTemplate<TMessage>>().RenderAsync(JsonSerializer.Deserialize<TMessage>(ids)!, context, cancellation));
    }

    /// <summary>A value: a Guid, a number, a date, an enumeration, or an id of the rooms made of one of these.</summary>
    private static bool IsId(Type type) => Nullable.GetUnderlyingType(type) is { } inner
        ? IsId(inner)
        : type.IsPrimitive || type.IsEnum || type == typeof(Guid) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) ||
          (type.IsValueType && type.GetProperties(BindingFlags.Instance | BindingFlags.Public) is [var only] && IsId(only.PropertyType));
}
