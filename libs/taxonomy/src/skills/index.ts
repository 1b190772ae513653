export { SkillReader, type SkillMention } from './skill.reader.js';
export { skillChunks } from './skill-chunks.js';
