using Relais.Matching.Planning;

namespace Relais.Matching.Instances;

/// <summary>A volunteer who withdraws from a shift, and from every shift that starts the same day.</summary>
public readonly record struct Withdrawal(int Event, int Volunteer, int Shift);

/// <summary>Reads plans and events.</summary>
public static class PlanFile
{
    /// <summary>The lines of a plan, <c>volunteer,shift</c>.</summary>
    /// <exception cref="BadInstanceException">A line names nobody or no shift.</exception>
    public static IReadOnlyList<Assignment> Read(string path, ShiftInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var rows = new CsvRows(path, "volunteer", "shift");
        var plan = new List<Assignment>();
        while (rows.Next())
        {
            plan.Add(new Assignment(rows.Whole(0, 0, instance.VolunteerCount - 1), rows.Whole(1, 0, instance.ShiftCount - 1)));
        }

        return plan;
    }

    /// <summary>The lines of a list of withdrawals, <c>event,volunteer,shift</c>.</summary>
    /// <exception cref="BadInstanceException">A line names nobody or no shift.</exception>
    public static IReadOnlyList<Withdrawal> Events(string path, ShiftInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var rows = new CsvRows(path, "event", "volunteer", "shift");
        var events = new List<Withdrawal>();
        while (rows.Next())
        {
            events.Add(new Withdrawal(rows.Whole(0, 0, int.MaxValue), rows.Whole(1, 0, instance.VolunteerCount - 1), rows.Whole(2, 0, instance.ShiftCount - 1)));
        }

        return events;
    }
}
