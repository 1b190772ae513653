/** Names of education by SUN 2000 level (first digit), as patterns over lower-case words. */
export const EDUCATION_NAMES: readonly (readonly [level: number, patterns: readonly string[]])[] = [
  [2, ['[grundskola|grundskolan|grundskoleutbildning|grundskolekompetens]', '[primary|compulsory|elementary] school']],
  [
    3,
    [
      '[avslutad|fullständig|slutförd|godkänd|avklarad|genomförd|gymnasial|] [gymnasieutbildning|gymnasieexamen|gymnasiekompetens|gymnasieskola|gymnasium|gymnasiet|gymnasiebetyg|gymnasienivå|gymnasieskolan]',
      '[teknisk|naturvetenskaplig] [gymnasieutbildning|gymnasiekompetens]',
      'gymnasial [utbildning|nivå|yrkesutbildning|kompetens]',
      '[studentexamen|gymnasielinje|gymnasieingenjör]',
      'high school [diploma|degree|education|]',
      'upper secondary [school|education|degree|] [education|diploma|]',
      'secondary [school|education]',
    ],
  ],
  [
    4,
    [
      '[yrkeshögskoleutbildning|yrkeshögskola|yrkeshögskoleexamen|yrkeshögskolan|yh-utbildning|yh-examen|ky-utbildning]',
      '[kvalificerad|eftergymnasial] [yrkesutbildning|utbildning|teknisk utbildning|nivå]',
      '[higher|] vocational [education|degree|training|diploma]',
      'post-secondary [education|degree|diploma]',
    ],
  ],
  [
    5,
    [
      '[akademisk|högre|relevant|avslutad|adekvat|] [högskoleexamen|högskoleutbildning|universitetsexamen|universitetsutbildning|högskoleingenjörsexamen|civilingenjörsexamen|kandidatexamen|masterexamen|civilingenjörsutbildning|högskoleingenjörsutbildning|ingenjörsutbildning|lärarutbildning|sjuksköterskeutbildning|socionomutbildning|magisterexamen|civilekonomexamen|mastersexamen|högskolenivå|universitetsnivå|högskolekompetens]',
      '[akademisk|eftergymnasial] [examen|grundexamen|högskoleutbildning|utbildning]',
      'utbildning på [högskolenivå|universitetsnivå|högskola|universitet]',
      '[civilingenjör|högskoleingenjör|civilekonom|kandidatnivå|masternivå|magisternivå|högskola|universitet]',
      '[filosofie|fil|teknologie|tekn] [kandidat|kand|magister|master|mag] [examen|]',
      '[jur|juris] [kand|kandidat|kandidatexamen] [examen|]',
      "[bachelor|bachelors|bachelor's|master|masters|master's|msc|m.sc|bsc|b.sc|academic|university|college|engineering|graduate|undergraduate] [degree|diploma|education]",
      "[bachelor's|bachelors|master's|masters] [or master's|or masters|and master's|] degree",
      '[bachelor|master] of [science|arts|engineering]',
      "[msc|bsc|mba|m sc|b sc|university studies|higher education|bachelor's|master's|bachelors|masters]",
    ],
  ],
  [
    6,
    [
      '[doktorsexamen|doktorsgrad|licentiatexamen|forskarutbildning|forskarexamen|disputerad|doktorerat|teknologie doktor|filosofie doktor|avlagd doktorsexamen]',
      '[phd|ph d|doctorate|postdoc]',
      '[phd|ph d|doctoral|licentiate] [degree|education|]',
    ],
  ],
];

/** Programmes of the upper secondary school, by the last part of their names. */
export const PROGRAMME =
  /^(?:(?:\p{L}*omsorgs|vård|fritids|bygg|byggnads|anläggnings|el|energi|fordons|transport|industri|natur|naturbruks|teknik|ekonomi|samhälls|samhällsvetenskaps|livsmedels|restaurang|vvs|fastighets|turism|handels|administrations|hantverks|skogs|berg|bergs|installations)programmet|basår|(?:naturbruks|fordons|bygg|vård|teknik|el|skogs)gymnasi(?:um|et))$/u;
export const PROGRAMME_ADJECTIVE =
  /^(?:industritekniska|estetiska|naturvetenskapliga|samhällsvetenskapliga|humanistiska)$/u;

/** "Bergteknisk utbildning", "lärarstudier": of no level that the name tells. */
export const STUDIES_WORD =
  /^(?:utbildning|yrkesutbildning|högskoleutbildning|gymnasieutbildning|gymnasieexamen|examen)$/u;
export const STUDY_COMPOUND = /^\p{L}{3,}(?:utbildning|studier|linje|kurs)$/u;
/** Counts where its field or trade follows: "utbildning inom el", "vidareutbildning till barnmorska". */
export const BARE_STUDIES = /^(?:utbildning|vidareutbildning|yrkesutbildning|examen)$/u;
export const STUDY_ADJECTIVE =
  /^\p{L}{2,}(?:isk|inriktad|vetenskaplig|ekonomisk|mekanisk|pedagogisk|språklig|konstnärlig)$/u;
/** What is no education of its own: "internutbildning", "introduktionsutbildning" are offered, "vidareutbildning" alone says nothing. */
export const NO_STUDY =
  /^(?:intern|introduktions|vidare|fort|kompetens|grund|förar|\p{L}*fort|produkt|ut|säkerhets|påbygg|patient|personal|kund|doktorand|chefs|ledar)utbildning$|^(?:doktorand|introduktions|fort|språk)kurs$/u;

/** Education without a level of its own: kept in the employer's words, with its field. */
export const EDUCATION_WITHOUT_LEVEL: readonly string[] = [
  '[specialistutbildning|vidareutbildning|specialistkompetens|specialistsjuksköterskeutbildning|specialistsjuksköterskeexamen]',
];

/** "Socionomexamen", "sjuksköterskeexamen": a degree of its own trade is of level 5. */
export const DEGREE =
  /^(?!slut|tentamen|student|gymnasie|realskole)(\p{L}{4,})examen$|^\p{L}*(?:ingenjörs|läkar|lärar|sjuksköterske|socionom|jurist|ekonom)programmet$/u;

/** An education that something else can stand in for is no minimum. */
export const EQUIVALENT = [
  '[eller|or|alternativt|alt] [annan|annat|] [motsvarande|likvärdig|likvärdigt|liknande|jämförbar|equivalent|similar|comparable|corresponding|relevant]',
  '[or|] [the|] equivalent',
];
