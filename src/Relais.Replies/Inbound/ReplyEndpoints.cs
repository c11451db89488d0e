using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Relais.Kernel.Data;
using Relais.Kernel.Messages.Sms;

namespace Relais.Replies.Inbound;

/// <summary>What came by SMS, as the provider tells it.</summary>
/// <param name="Id">The provider's own id of this reply.</param>
/// <param name="From">In international form.</param>
/// <param name="Text">All of it.</param>
/// <param name="InReplyTo">The reference of the message that is answered, where the provider knows it.</param>
internal sealed record InboundSms(string Id, string From, string Text, string? InReplyTo = null)
{
    public const int Longest = 1600;

    public bool IsValid => Id is { Length: > 0 and <= 200 } && From is ['+', .. { Length: >= 8 and <= 15 } digits] && digits.All(char.IsAsciiDigit) && Text is { Length: <= Longest };
}

/// <param name="Reference">What the provider answered when it took the message.</param>
/// <param name="Error">Its code when it could not deliver; none when it did.</param>
internal sealed record DeliveryReport(string Reference, string? Error = null);

/// <summary>Where the SMS provider tells what came and what arrived.</summary>
internal static class ReplyEndpoints
{
    public static void MapReplies(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(
            "/api/sms/{key}/replies",
            async (string key, InboundSms sms, IConfiguration configuration, Receiving receiving, CancellationToken cancellation) =>
            {
                if (!InboundKey.Opens(configuration, key))
                {
                    return Results.NotFound();
                }

                if (!sms.IsValid)
                {
                    return Results.BadRequest();
                }

                try
                {
                    await receiving.ReceiveAsync(sms, cancellation);
                }
                catch (Exception exception) when (exception.RefusedBy("sms_reply_once", "sms_reply.provider_id"))
                {
                    // The same reply came twice at once, and the other has been taken.
                }

                return Results.NoContent();
            }).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost(
            "/api/sms/{key}/deliveries",
            async (string key, DeliveryReport report, IConfiguration configuration, Deliveries deliveries, CancellationToken cancellation) =>
                InboundKey.Opens(configuration, key) && await deliveries.RecordAsync(report.Reference, report.Error, cancellation) ? Results.NoContent() : Results.NotFound())
            .DisableAntiforgery().ExcludeFromDescription();
    }
}
