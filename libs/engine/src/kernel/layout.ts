// How host and kernel share memory: both are compiled from this file. All words are 32 bits.

/** Raised when a step, or a function of the kernel, comes to mean something else while the numbers below stay: a kernel built before that is refused. */
export const meaning = 1;

/** Words of a question. */
export enum Q {
  mode = 0,
  isOfVacancies = 1,
  k = 2,
  found = 3,
  /** Of entries, see `heap.ts`. */
  heap = 4,
  steps = 6,
  stepsEnd = 7,
  segments = 8,
  segmentCount = 9,
  sums = 10,
  member = 11,
  best = 12,
  wanted = 13,
  place = 14,
  fail = 15,
  listed = 16,
  code = 17,
  failing = 18,
  total = 19,
  removed = 20,
  hasAfter = 26,
  afterId = 27,
  afterScore = 28,
  ignoresReach = 30,
  isWide = 31,
  wantedConstant = 34,
  base = 35,
  shares = 36,
  extentMin = 43,
  extentMax = 44,
  start = 45,
  pay = 46,
  skillShares = 47,
  typeTable = 48,
  saysType = 49,
  notSaid = 50,
  extentStep = 51,
  startDays = 52,
  payPercent = 53,
  today = 54,
  reasons = 55,
  employerBase = 56,
  homeTable = 57,
  peaks = 58,
  buckets = 59,
  /** Scratch for `listed`, which is a segment's own column where nothing is filtered. */
  ownListed = 60,
  hasFilter = 61,
  /** How many words a question has. */
  words = 62,
}

/** Words of a segment: how much it holds and where its columns begin. */
export enum S {
  slots = 0,
  table = 1,
  terms = 2,
  choices = 3,
  choiceCount = 4,
  memberCount = 5,
  ids = 6,
  flags = 7,
  extentMin = 8,
  extentMax = 9,
  start = 10,
  pay = 11,
  /** People: 1 byte each; vacancies: last day to apply, 2 bytes. */
  alive = 12,
  /** People: how any place stands to them; vacancies: class of place. */
  place = 13,
  /** People: number of their set of types; vacancies: number of their type. */
  types = 14,
  /** People: eight shares of 2 bytes; vacancies: shares of skills. */
  shares = 15,
  home = 16,
  /** People, to the host alone. */
  reach = 17,
  /** People: two of the shares once more, for vector instructions. */
  wantedShares = 18,
  placeShares = 19,
  words = 20,
}

export enum Mode {
  employer = 0,
  seeker = 1,
  both = 2,
  count = 3,
}

export enum Flag {
  remote = 1,
  movesAnywhere = 2,
  wishesNothing = 4,
  saysOccupation = 8,
  saysType = 16,
  reachInMinutes = 32,
  namesPlaces = 64,
}

/** What a step of a question does; three words of arguments follow, and a step is four words long. */
export enum Op {
  addTable = 0,
  addScaled = 1,
  choiceBegin = 2,
  memberBegin = 3,
  memberTable = 4,
  memberEnd = 5,
  choiceEnd = 6,
  membersBegin = 7,
  membersScaled = 8,
  choicesApply = 9,
  raiseWanted = 10,
  raiseWantedTo = 11,
  placeDefault = 12,
  placeRemote = 13,
  placeNotSaid = 14,
  placeByClass = 15,
  raisePlace = 16,
  raisePlaceTo = 17,
  checkHeld = 18,
  checkDenied = 19,
  checkMember = 20,
  checkAlone = 21,
  checkEnd = 22,
  failAll = 23,
  filterBegin = 24,
  filterMark = 25,
  filterEnd = 26,
  filterHome = 27,
  filterFlag = 28,
  filterExtent = 29,
}

/** Length of a list that is a column of bytes, one for each slot, instead of postings. */
export const dense = -1;
export const headBytes = 8;
/** What is not said, in a column of days or money, and in one of bytes. */
export const unsaid = -1_000_000_000;
export const unsaidByte = 255;
/** No knock-out failed. */
export const passed = 255;
/** What the heap takes for each that is found: its score in 8 bytes, slot, employer's and seeker's fit, and nothing. */
export const entryBytes = 24;
/** A step's term that no list has. */
export const noTerm = 0x7fffffff;
