using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Api;

/// <summary>A need as programs read it.</summary>
internal sealed record NeedAnswer(
    Guid Id, string Finess, string Cell, int Level, int HeadCount, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone,
    int BreakMinutes, Urgency Urgency, PayBasis PayBasis, Filling Filling, bool AcceptsSubstitutes, NeedState State, int Version, int Held, int Asked,
    Guid? SeriesId, DateTimeOffset? PublishAt)
{
    public static NeedAnswer From(Need need, int held, int asked) => new(
        need.Id.Value, need.Finess.Value, need.Cell.Code, need.Level, need.HeadCount, need.StartsAt, need.EndsAt, need.TimeZone,
        need.BreakMinutes, need.Urgency, need.PayBasis, need.Filling, need.AcceptsSubstitutes, need.State, need.Version, held, asked,
        need.SeriesId, need.PublishAt);
}
