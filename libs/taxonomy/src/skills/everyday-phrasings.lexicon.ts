/**
 * How English ads say what ESCO calls otherwise: the label, then the words. Only what means the same in nearly every ad, of one trade or another; a word
 * that is also said of products, companies or customers stands here within a phrase.
 */
const PHRASINGS = `
work in teams: team player, team players, teamwork, team work, team spirit, team oriented, work in a team, work as part of a team, work in cross functional teams, team worker, collaboration skills, collaborative skills
communication: communication skills, communicator, communicative, communicative skills, interpersonal skills, verbal and written communication, strong communication
work independently: independently, independent, independence, self driven, self sufficient, autonomously, self managed
handle tasks independently: independent working style
think proactively: proactive, proactively, proactive mindset, proactivity
show initiative: take initiative, self starter, initiative taking, drive and initiative
attend to detail: attention to detail, detail oriented, eye for detail, focus on details, focus on detail, detail minded, sense of detail
solve problems: problem solver, problem solving, problem solving skills, solve challenges, troubleshooting skills
create solutions to problems: solution oriented, solution focused, solutions oriented
think analytically: analytical, analytical skills, analytical mindset, analytical thinking
think creatively: creative, creativity, out of the box
think innovately: innovative, innovative thinking, innovative mindset
work in an organised manner: structured, well organised, well organized, organised, organized, organisational skills, organizational skills, systematic
show determination: enthusiastic, highly motivated, self motivated, motivated, perseverance
adapt to change: adaptable, adaptability, flexible attitude, flexible mindset
adapt to changing situations: open to change, open for change, fast changing environment
tolerate stress: stress resistant, work under pressure, stress tolerance, working under pressure
assume responsibility: take responsibility, sense of responsibility, ownership mindset
meet deadlines: tight deadlines, keep deadlines
work in an international environment: international environment, international team, multicultural environment
lead a team: leading a team, team leadership, team lead
manage relationships with stakeholders: stakeholder management, build relationships with stakeholders, building relationship with stakeholders
communicate with customers: customer contact, customer interaction, customer dialogue
apply numeracy skills: numerate, numeracy, good with numbers
project management: project management skills, project manager, project leadership, project leader
personnel management: people management, personnel responsibility, staff management
manage budgets: budget responsibility, budgeting, budget management
human resource management: HR
drive vehicles: driving licence, driving license, drivers license, drivers licence, driver's license, driver's licence
use spreadsheets software: Excel, MS Excel, Microsoft Excel, spreadsheets
use microsoft office: MS Office, Microsoft Office, Office 365, Office package
tools for software configuration management: Git, version control, Subversion, SVN, Mercurial, GitHub, GitLab, source control
Agile development: agile methodology, agile methodologies, agile methods, agile delivery, agile environment, agile software development, agile, scrum
cloud technologies: cloud, cloud computing, cloud platforms, cloud services, cloud solutions
e-commerce systems: e commerce, ecommerce, online shop
automation technology: automation
operate open source software: open source, open source software
develop automated software tests: automated testing, test automation, automated tests, unit testing, unit tests
conduct ICT code review: code review, code reviews
design application interfaces: REST APIs, RESTful APIs, RESTful, REST API, API design
implement front-end website design: front end development, frontend development
web programming: web development, web developer
computer programming: programming languages, programming, coding
principles of artificial intelligence: artificial intelligence, AI
machine learning: ML
quality assurance procedures: QA, quality assurance
Visual Studio .NET: .NET, dotnet, .NET Core, .NET framework
ASP.NET: ASP.NET MVC, ASP.NET Core
SQL Server: MS SQL, MSSQL, Microsoft SQL Server, Azure SQL
JavaScript: JS
TypeScript: TS
implement data warehousing techniques: data warehouse, data warehousing, data warehouses
lean manufacturing: LEAN, lean production
systems development life-cycle: software development lifecycle, software development life cycle, SDLC
perform ICT troubleshooting: troubleshoot systems, troubleshooting applications
operate forklift: forklift licence, forklift license, forklift driver
`;

/** Label in lower case to the phrasings. */
export const EVERYDAY_PHRASINGS: ReadonlyMap<string, readonly string[]> = new Map(
  PHRASINGS.trim()
    .split('\n')
    .map((line) => {
      const [label = '', words = ''] = line.split(/: /);
      return [label.toLowerCase(), words.split(', ')] as const;
    }),
);
