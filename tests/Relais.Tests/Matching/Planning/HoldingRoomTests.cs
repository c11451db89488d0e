using Relais.Matching.Explaining;
using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Tests.Matching.Planning;

public sealed class HoldingRoomTests
{
    [Fact]
    public void It_is_the_largest_subset_that_the_rules_allow()
    {
        var random = new Random(5);
        for (var seed = 0; seed < 20; seed++)
        {
            using var folder = new InventedInstance(seed, volunteers: 8, shifts: 13, days: 12, cap: seed % 2 is 0 ? 2880 : 1500, most: 6, generosity: 90);
            var instance = ShiftFolder.Read(folder.Folder);
            var pairs = PairTable.Of(instance, 1);
            var room = new HoldingRoom(instance, pairs);
            var (isIn, except) = (Enumerable.Range(0, instance.ShiftCount).Select(_ => random.Next(4) > 0).ToArray(), random.Next(instance.ShiftCount));
            for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
            {
                var able = pairs.Shift[pairs.Begin[volunteer]..pairs.Begin[volunteer + 1]].Where(shift => isIn[shift] && shift != except).ToArray();
                var most = Enumerable.Range(0, 1 << able.Length).Select(mask => able.Where((_, at) => (mask >> at & 1) is 1).ToArray())
                    .Where(held => BruteForce.Allows(instance, volunteer, held)).Max(held => held.Length);
                Assert.Equal((seed, volunteer, most), (seed, volunteer, room.Of(volunteer, isIn, except)));
            }
        }
    }
}
