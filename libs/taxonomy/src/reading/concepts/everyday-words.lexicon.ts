/**
 * Words that name a skill but stand in every other ad as plain words. They count only as the object of a demand ("erfarenhet av service"), as a list item
 * of their own, or where the occupation's group usually has the skill.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  `miljö service drift data teknik ekonomi kvalitet säkerhet kommunikation information utveckling planering ledning administration logistik underhåll
  försäljning produktion handel design analys forskning utbildning undervisning handledning dokumentation rapportering uppföljning samverkan samarbete
  kundservice kundkontakt energi vatten el it ai personal inköp lager transport transporter bygg anläggning industri process processer projekt system verktyg maskiner fordon
  bilar vård omsorg hälsa psykologi pedagogik idrott musik konst språk juridik lagar avtal budget lön löner media foto film text texter rengöring städning mat kök
  bakning servering reception telefon dator datorer internet webb mobil test tester tester felsökning montering reparation kontroll mätning ritning
  ritningar beräkning modellering statistik matematik fysik kemi biologi naturvetenskap samhälle kultur natur skog jordbruk djur barn ungdomar äldre
  demens autism adhd risk risker strategi marknad marknadsföring varumärke arbetsmiljö brandskydd förändringsarbete konsultation coachning ledarskap arbetsledning
  rekrytering bemanning schema schemaläggning resor event evenemang nätverk arkitektur infrastruktur support ansvar mål resultat
  service quality safety communication information development planning management administration logistics maintenance sales production trade design
  analysis research education teaching documentation reporting cooperation customer energy water personnel purchasing warehouse transport construction
  industry process processes project projects system systems tools machines vehicles care health music art language law budget media photo film text cleaning food
  kitchen reception phone computer internet web mobile test testing troubleshooting assembly repair control measurement drawing drawings calculation modelling
  modeling statistics mathematics physics chemistry biology culture nature forestry agriculture animals children risk strategy marketing leadership
  recruitment staffing travel events network networking architecture infrastructure support responsibility goals results`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Product names that are plain words in lower case. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  'go word access excel outlook teams swift spring rust flow react chef puppet salt scala r c d'.split(' '),
);
