using System.Text.Json;
using Relais.Volunteers.Contracts;

namespace Relais.Tests.Volunteers;

public class GridTests
{
    // The list of renforts-covid.fr: seven units of physicians, five of nurses, five of care assistants, eleven more trades.
    [Fact]
    public void The_grid_of_the_source_text_has_28_cells()
    {
        Assert.Equal(28, ProfessionUnit.All.Count);
        Assert.Equal(28, ProfessionUnit.All.Select(cell => cell.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(0, 28), ProfessionUnit.All.Select(cell => cell.Index));
        Assert.Equal(
            [7, 5, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            Profession.All.Select(profession => ProfessionUnit.Of(profession).Count));
    }

    [Fact]
    public void A_general_practitioner_is_known_under_three_codes_of_the_nomenclature() =>
        Assert.Equal(["SM26", "SM53", "SM54"], ProfessionUnit.Find("physician.general-practice")!.Specialties);

    [Theory]
    [InlineData("nurse", "60")]
    [InlineData("care-assistant", "35")]
    [InlineData("radiographer", "98")]
    [InlineData("porter", null)]
    [InlineData("hospital-service-agent", null)]
    public void A_profession_carries_its_code_of_the_nomenclature_or_none(string code, string? nos) =>
        Assert.Equal(nos, Profession.Find(code)!.Nos);

    [Fact]
    public void A_cell_travels_as_its_code_and_an_unknown_code_is_refused()
    {
        var cell = ProfessionUnit.Find("nurse.intensive-care")!;

        Assert.Equal("\"nurse.intensive-care\"", JsonSerializer.Serialize(cell));
        Assert.Same(cell, JsonSerializer.Deserialize<ProfessionUnit>("\"nurse.intensive-care\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ProfessionUnit>("\"nurse.theatre\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ProfessionUnit>("3"));
    }
}
