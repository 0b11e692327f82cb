global using Newsroom.Domain.Articles;
global using Newsroom.Domain.Gates;
global using Newsroom.Domain.Stories;
global using static Newsroom.Domain.Stories.StoryCommand;
global using static Newsroom.Domain.Stories.StoryEvent;
global using static Newsroom.Domain.Tests.Deeds;
global using static Newsroom.Domain.Tests.Laws.Effort;
global using static Newsroom.Domain.Tests.People;
global using static Newsroom.Domain.Tests.StorySpec;
