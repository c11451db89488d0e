using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Accounts.Contracts;
using Relais.Kernel.Messages;

namespace Relais.Accounts.MyMessages;

/// <summary>The inbox of the person for whom the program asks, in their language.</summary>
internal static class MessagesApi
{
    public const string Route = "/api/v1/messages";

    private const int Most = 100;

    public static void MapMessagesApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Route, ListAsync).WithName("listMessages").WithTags("messages");

    /// <summary>The latest first, a hundred rows a page.</summary>
    private static async Task<Ok<List<MessageAnswer>>> ListAsync(int? page, ICurrentUser user, Inbox inbox, CancellationToken cancellation)
    {
        var skip = (Math.Clamp(page ?? 1, 1, 10_000) - 1) * Most;
        var entries = await inbox.ListAsync(user.Person.Value, skip, Most, cancellation);
        return TypedResults.Ok(entries.Select(MessageAnswer.From).ToList());
    }

    /// <param name="Kind">The name of the message, which never changes: <c>offer-invitation</c>.</param>
    /// <param name="Subject">Nothing, as the text, once what it said is no longer true.</param>
    internal sealed record MessageAnswer(
        Guid Id, string Kind, string? Subject, string? Text, IReadOnlyList<MessageLink> Links, DateTimeOffset SentAt, DateTimeOffset? ReadAt)
    {
        public static MessageAnswer From(InboxEntry entry) => new(
            entry.Id,
            entry.Kind,
            entry.Letter?.Subject,
            entry.Letter is { } letter ? string.Join("\n\n", letter.Paragraphs) : null,
            [.. (entry.Letter?.Links ?? []).Select(link => new MessageLink(link.Label, link.Target))],
            entry.At,
            entry.ReadAt);
    }

    internal sealed record MessageLink(string Label, Uri Url);
}
