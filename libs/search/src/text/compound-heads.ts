/** Last parts of the compounds that name occupations in Swedish advertisements, by how often title lists have them. */
export const COMPOUND_HEADS = `
  chef arbetare tekniker ansvarig assistent ledare säljare handläggare ingenjör personal samordnare koordinator lärare
  specialist administratör montör utvecklare förare operatör biträde konsult värd värdinna mästare konsulent medarbetare
  sköterska sekreterare skötare mekaniker planerare pedagog analytiker redare rådgivare reparatör strateg försäljare
  föreståndare chaufför byggare konstruktör instruktör läkare sjuksköterska undersköterska ekonom inspektör direktör
  support kock terapeut förvaltare expert jurist vårdare producent vakt beredare hanterare arkitekt designer vaktmästare
  utredare tränare verkare städare kontrollant redaktör maskinist snickare handledare projektör kontorist sättare mäklare
  elektriker informatör svetsare installatör tillverkare testare ombud stödjare bokare tryckare fotograf agent lärling
  slagare målare kommunikatör officer slipare projektledare ombudsman medlare inköpare förman intendent förmedlare
  vägledare bibliotekarie programmerare plockare ägare soldat pressare kassör sömmerska sorterare befäl tjänsteman
  utbildare svarvare borrare gjutare plåtslagare ritare behandlare reporter bagare guide skärare arkivarie veterinär
  odlare tvättare smed distributör psykolog lots provare kemist granskare tecknare packare uppfödare tandläkare väktare
  grafiker forskare sanerare fysiker huggare dekoratör praktikant domare antikvarie journalist lackerare revisor präst
  biolog bearbetare tolk lastare tandsköterska kurator värderare expeditör bedömare rektor musiker isolerare överläkare
  transportör rengörare receptionist övervakare rekryterare dykare anläggare fräsare konstnär hantverkare konservator
  rensare sångare röjare laborant rörläggare massör kirurg speditör skribent grävare entreprenör geolog verkmästare
  logistiker optiker formgivare ekolog passare arbetsledare monterare barnmorska frisör städerska adjunkt controller
  coach brandman jobb arbete tjänst vikarie vikariat utbildning erfarenhet vård skola sjukhus
  körkort kort fordon maskin service teknik drift underhåll industri kök städ lager butik restaurang gruva verkstad
`
  .trim()
  .split(/\s+/u);
