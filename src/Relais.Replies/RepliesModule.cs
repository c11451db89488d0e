using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.PersonalData;
using Relais.Kernel;
using Relais.Kernel.Messages;
using Relais.Kernel.Modules;
using Relais.Kernel.Retention;
using Relais.Replies.Contracts;
using Relais.Replies.Demonstration;
using Relais.Replies.Doors;
using Relais.Replies.Inbound;
using Relais.Replies.Notices;
using Relais.Replies.Questions;
using Relais.Replies.Retention;
using Relais.Replies.Unclear;

namespace Relais.Replies;

/// <summary>Answers by SMS: each to its own question, and to a person when it is unclear.</summary>
public sealed class RepliesModule : Module
{
    public override string Key => "replies";

    public override void AddServices(IServiceCollection services)
    {
        services.AddPersonalTables(RepliesTables.All);
        services.AddScoped<QuestionBook>();
        services.AddScoped<IQuestions>(provider => provider.GetRequiredService<QuestionBook>());
        services.AddScoped<Receiving>();
        services.AddScoped<RepliesToRead>();
        services.AddScoped<IPersonRoom, ReplyingPerson>();
        services.AddMessage<ReplyEcho, ReplyEcho.Writer>();
        services.AddScoped<IRetentionRule, ReplyRetention>();
        services.AddDemonstration<RepliesDemonstration>();
        services.AddReadings(RepliesModel.Answers);
        services.AddAccess(RepliesAccess.Declare);
        services.AddDoors<ReplyDoors>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapReplies();
}
