using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.BadInput;

/// <summary>What finds faults finds them: a look that counts nothing would pass everything.</summary>
public sealed class FindingsTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_refusal_and_a_look_that_change_a_row_are_faults_and_those_that_do_not_are_none(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(QuietRooms.Join);
        await using var findings = new Findings(node);

        await findings.SendAsync("harmless", () => AnswerAsync(node, writes: false));
        await findings.LookAsync("harmless look", [("once", () => AnswerAsync(node, writes: false))]);
        Assert.Empty(findings.Faults);

        await findings.SendAsync("writes", () => AnswerAsync(node, writes: true));
        await findings.SendAsync("harmless again", () => AnswerAsync(node, writes: false));
        await findings.LookAsync("writing look", [("once", () => AnswerAsync(node, writes: false)), ("twice", () => AnswerAsync(node, writes: true))]);

        Assert.Equal(["writes: refused with 400, yet the rows changed", "writing look: one of the questions changed the rows"], findings.Faults);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(Node node, bool writes)
    {
        if (writes)
        {
            await node.WithAsync(async (IServiceProvider services) =>
            {
                services.GetRequiredService<IPeople>().Create(new NewPerson("Ana", "Le Goff"));
                return await services.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
            });
        }

        return new HttpResponseMessage(HttpStatusCode.BadRequest);
    }
}
