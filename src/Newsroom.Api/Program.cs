using Newsroom.Api.Hosting;
using Newsroom.Api.Stories;
using Wolverine;
using Wolverine.Http;

var builder = WebApplication.CreateBuilder(args);
var data = DataDirectory.Find();

builder.Services.AddNewsroomStore(builder.Configuration.GetConnectionString("Newsroom")!);
builder.AddNewsroomAuthentication(data);
builder.AddNewsroomHttp();
builder.Services.AddAccess();
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<CallingActor>();
builder.Services.AddScoped<Newsdesk>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddValidators();
builder.Services.AddNewsroomHealth();
builder.Services.AddNewsroomOpenApi();
if (builder.Environment.IsDevelopment())
{
    builder.Services.AddSingleton(data).AddHostedService<Welcome>();
}

builder.Host.UseWolverine(options => options.Durability.Mode = DurabilityMode.Solo);

var app = builder.Build();
app.UseNewsroomHttp();
app.UseAuthentication();
app.UseAuthorization();
app.MapNewsroomHealth();
app.MapNewsroomOpenApi();
app.MapWolverineEndpoints(options =>
{
    options.RejectUnparseableQueryValues = true;
    options.AddPolicy<Validation>();
});
await app.RunAsync();
