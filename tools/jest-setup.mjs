// What tests that run from the sources need built all the same.
import { buildKernel } from './kernel.mjs';

export default ({ rootDir }) => buildKernel(rootDir);
