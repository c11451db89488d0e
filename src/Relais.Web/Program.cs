using Relais.Web.Commands;

return await CommandLine.RunAsync(args);
