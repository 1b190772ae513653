export type CvSection = 'about' | 'experience' | 'education' | 'skills' | 'languages' | 'licences' | 'silent';

/** Headings of CVs as patterns over lower-case words. */
export const CV_HEADINGS: Readonly<Record<CvSection, readonly string[]>> = {
  about: [
    '[om mig|profil|sammanfattning|personligt|presentation|kort om mig|about me|about|profile|summary|personal statement|introduction]',
  ],
  experience: [
    '[arbetslivserfarenhet|arbetslivserfarenheter|arbetserfarenhet|yrkeserfarenhet|anställningar|erfarenhet|erfarenheter|tidigare anställningar|uppdrag|tjänster|praktik|arbete]',
    '[work|professional|employment|relevant|] [experience|history|employment]',
    '[work|employment|career]',
  ],
  education: [
    '[utbildning|utbildningar|studier|kurser|utbildning och kurser|kurser och utbildningar|examina]',
    '[education|studies|academic background|education and training|courses|training]',
  ],
  skills: [
    '[kompetens|kompetenser|färdigheter|kunskaper|kvalifikationer|it-kunskaper|datorkunskaper|tekniska kunskaper|nyckelkompetenser|datakunskaper|verktyg|övriga kunskaper|program|certifikat|certifieringar|behörigheter|intyg]',
    '[skills|technical skills|key skills|competences|competencies|core competencies|qualifications|tools|technologies|expertise|digital skills|certificates|certifications|licences and certificates]',
  ],
  languages: ['[språk|språkkunskaper|languages|language skills|modersmål|mother tongue]'],
  licences: ["[körkort|körkortsbehörighet|driving licence|driving license|driver's license]"],
  silent: [
    '[referenser|referens|intressen|fritid|fritidsintressen|hobby|hobbies|kontakt|kontaktuppgifter|personuppgifter|mål|önskemål|drömjobb]',
    '[references|interests|contact|contact details|personal details|objective|goals|references available on request]',
  ],
};

/** From these words on a sentence says what the person wants or lacks, not what the person has. */
export const NOT_HELD: ReadonlySet<string> = new Set(
  `söker vill önskar drömmer hoppas saknar inget ingen inga inte ej utan seeking looking want wants wish hope hoping without no not don't lack lacking never aldrig`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
