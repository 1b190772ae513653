// `npm run rallare -- …`: the operator's command line. Its standard output is its own, so progress goes to standard error.
import { prepareOrExit } from './prepare.mjs';
import { sayOnStandardError } from './steps.mjs';

sayOnStandardError();
await prepareOrExit();
await import('../dist/apps/standalone/src/cli/main.js');
