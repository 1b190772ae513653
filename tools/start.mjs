// `npm start`: the whole system on this machine. It then runs in this very process, so signals and exit code are its own.
import { prepareOrExit } from './prepare.mjs';
import { endWithNpm } from './starter-watch.mjs';

endWithNpm();
await prepareOrExit();
await import('../dist/apps/standalone/src/main.js');
