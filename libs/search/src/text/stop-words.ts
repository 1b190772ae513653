/**
 * The stop words of Snowball's Swedish and English stemmers, which PostgreSQL's dictionaries leave out of the index;
 * without "it", which in an advertisement is an occupation.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `
    a about above after again against all alla allt am an and any are as at att av be because been before being
    below between blev bli blir blivit both but by can de dem den denna deras dess dessa det detta did dig din
    dina ditt do does doing don down du during där då each efter ej eller en er era ert ett few for from från
    further för ha had hade han hans har has have having he henne hennes her here hers herself him himself his hon
    honom how hur här i icke if in ingen inom inte into is its itself jag ju just kan kunde man me med mellan men
    mig min mina mitt more most mot my mycket myself ni no nor not now nu när någon något några och of off om on
    once only or oss other our ours ourselves out over own på s same samma sedan she should sig sin sina sitta
    själv skulle so som some such så sådan sådana sådant t than that the their theirs them themselves then there
    these they this those through till to too under until up upp ut utan vad var vara varför varit varje vars vart
    vem very vi vid vilka vilkas vilken vilket vår våra vårt was we were what when where which while who whom why
    will with you your yours yourself yourselves än är åt över
  `
    .trim()
    .split(/\s+/u),
);
