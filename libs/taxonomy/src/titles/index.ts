export { TitleIndex, type NamedThing, type RankedThing } from './title-index.js';
export { voteOn, type GroupVotes, type VoteSettings } from './group-vote.js';
export { occupationFromTitle } from './occupation-from-title.js';
