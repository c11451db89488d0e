using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Waves;

namespace Relais.Reinforcement.Preview;

internal sealed class Previewing(CandidateSearch search, WavePaces paces, ProfileCards profiles)
{
    public async Task<PreviewView> PreviewAsync(Need need, CancellationToken cancellation) =>
        await ViewAsync(need, await search.SearchAsync(need, cancellation), cancellation);

    /// <summary>With the profiles, for who may ask one of them.</summary>
    public async Task<(PreviewView View, IReadOnlyList<ProfileCard> Profiles)> PreviewWithProfilesAsync(Need need, CancellationToken cancellation)
    {
        var found = await search.InOrderAsync(await search.SearchAsync(need, cancellation), cancellation);
        return (await ViewAsync(need, found, cancellation), await profiles.OfAsync(need, found.Askable, cancellation));
    }

    private async Task<PreviewView> ViewAsync(Need need, SearchResult found, CancellationToken cancellation)
    {
        var pace = await paces.OfAsync(need, cancellation);
        var left = found.Known;
        var steps = new List<PreviewStep>(found.Steps.Count);
        foreach (var step in found.Steps)
        {
            left -= step.Stopped;
            steps.Add(new PreviewStep(step.Code, step.Stopped, left));
        }

        return new PreviewView(
            found.Known,
            steps,
            found.Askable.Count,
            found.Askable.Count(person => person.Survivor.IsDeclaredFree),
            found.Askable.Count(person => person.Survivor.Minutes is null or <= PreviewView.NearMinutes),
            Math.Min(pace.Size(need.HeadCount, waiting: 0), found.Askable.Count),
            TimeSpan.FromMinutes(pace.MinutesBetween));
    }
}
