import type { IForbiddenRuleType } from 'dependency-cruiser';

const NODE_MODULES = '(^|/)node_modules/';
const npm = (...names: string[]): string => `${NODE_MODULES}(${names.join('|')})/`;
const lib = (...names: string[]): string => `^libs/(${names.join('|')})/`;
/** Files that the built product does not hold. */
const TEST_FILES = String.raw`\.(int-|e2e-)?spec\.tsx?$|(^|/)(test|bench)/`;

function only(name: string, from: string, mayImport: string, comment: string): IForbiddenRuleType {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: from, pathNot: TEST_FILES },
    to: { pathNot: [from, mayImport] },
  };
}

function neverTo(name: string, from: string, to: string, comment: string): IForbiddenRuleType {
  return { name, severity: 'error', comment, from: { path: from, pathNot: TEST_FILES }, to: { path: to } };
}

const ZOD = npm('zod');
const LIBS_AND_APPS = '^(libs|apps)/';

/** Who may import whom: the picture in docs/architecture.md, as rules that run. */
export const layerRules: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Modules that need each other are one module.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolvable',
    severity: 'error',
    comment: 'An import that resolves to nothing escapes every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
  neverTo('sources-only', LIBS_AND_APPS, '^dist/', 'What was built earlier is no source.'),
  {
    name: 'apps-apart',
    severity: 'error',
    comment: 'Applications meet over HTTP and queues; standalone starts the others as processes.',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  neverTo('libs-below-apps', '^libs/', '^apps/', 'A library knows nothing of who uses it.'),
  only('contracts-zod-only', lib('contracts'), ZOD, 'The vocabulary depends on nothing but zod.'),
  neverTo(
    'pure-without-nest',
    lib('engine', 'taxonomy', 'contracts'),
    npm('@nestjs', 'typeorm', 'pg', 'rxjs'),
    'These are pure.',
  ),
  {
    name: 'pure-contracts-as-types',
    severity: 'error',
    comment: 'Engine and taxonomy share the vocabulary as types and run without it.',
    from: { path: lib('engine', 'taxonomy'), pathNot: TEST_FILES },
    to: { path: lib('contracts'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pure-alone',
    severity: 'error',
    comment: 'Engine and taxonomy use neither each other nor any other library.',
    from: { path: '^libs/(engine|taxonomy)/', pathNot: TEST_FILES },
    to: { path: '^libs/', pathNot: ['^libs/$1/', lib('contracts')] },
  },
  {
    name: 'middle-on-contracts',
    severity: 'error',
    comment: 'Search, messaging, platform and embeddings know contracts and not each other.',
    from: { path: '^libs/(search|messaging|platform|embeddings)/', pathNot: TEST_FILES },
    to: { path: '^libs/', pathNot: ['^libs/$1/', lib('contracts')] },
  },
  only(
    'store-on-middle',
    lib('taxonomy-store'),
    `${lib('contracts', 'taxonomy', 'messaging', 'platform')}|${npm('@nestjs', 'typeorm')}|^node:|^crypto$`,
    'What moves rows to another taxonomy knows the taxonomy, queues and the platform.',
  ),
  only(
    'site-on-contracts',
    lib('site'),
    `${lib('contracts')}|${npm('react')}`,
    'What is around every page is rendered on the server and in the browser.',
  ),
  neverTo(
    'fit-without-vectors',
    '^apps/(matching|gateway|web)/',
    lib('embeddings'),
    'Vectors choose candidates and search hits; what is scored stays integer and can be replayed.',
  ),
  {
    name: 'web-on-contracts',
    severity: 'error',
    comment:
      'The web application runs in a browser: of the project it knows the contracts and the frame of every page.',
    from: { path: '^apps/web/', pathNot: TEST_FILES },
    to: { path: LIBS_AND_APPS, pathNot: ['^apps/web/', lib('contracts', 'site')] },
  },
  {
    name: 'queues-in-messaging',
    severity: 'error',
    comment: 'One library decides how facts travel.',
    from: { pathNot: [lib('messaging', 'testing'), TEST_FILES] },
    to: { path: npm('bullmq', 'ioredis'), pathNot: NODE_MODULES + '.*' + NODE_MODULES },
  },
  {
    name: 'meilisearch-in-its-adapter',
    severity: 'error',
    comment: 'Everybody else speaks to the search port.',
    from: { pathNot: ['^libs/search/src/meilisearch/', TEST_FILES] },
    to: { path: npm('meilisearch') },
  },
  {
    name: 'product-without-testing',
    severity: 'error',
    comment: 'What only tests need is not in the build.',
    from: { path: LIBS_AND_APPS, pathNot: [lib('testing'), TEST_FILES] },
    to: { path: lib('testing') },
  },
];
