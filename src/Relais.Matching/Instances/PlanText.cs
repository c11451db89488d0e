using System.Globalization;
using Relais.Matching.Planning;

namespace Relais.Matching.Instances;

/// <summary>One of the files of a plan: its header, then its lines, without their ends.</summary>
public sealed record PlanText(string Header, IEnumerable<string> Lines)
{
    /// <summary>Who serves what: <c>volunteer,shift</c>.</summary>
    public static PlanText Of(ShiftPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanText("volunteer,shift", plan.Assignments.Select(one => Line($"{one.Volunteer},{one.Shift}")));
    }

    /// <summary>The prices of its certificate, thousandths: <c>shift,price_milli</c>.</summary>
    public static PlanText PricesOf(ShiftPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanText("shift,price_milli", plan.Prices.Select((price, shift) => Line($"{shift},{price}")));
    }

    /// <summary>The inequalities of its certificate: <c>volunteer,rhs,mu_milli,shifts</c>; often none.</summary>
    public static PlanText CutsOf(ShiftPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanText("volunteer,rhs,mu_milli,shifts", plan.Cuts.Select(cut => Line($"{cut.Volunteer},{cut.Most},{cut.Multiplier},{string.Join('|', cut.Shifts)}")));
    }

    /// <summary>The whole file: LF at the end of each line, the last too.</summary>
    public override string ToString() => string.Concat(Lines.Prepend(Header).Select(line => line + "\n"));

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
