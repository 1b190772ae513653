import { demoAccounts } from '../demo/demo-region.js';
import { startDemoProvider, type DemoProviderSettings } from './demo-provider.js';

// What it needs to know it is told by its starter, with which it also ends.
process.once('message', (settings: DemoProviderSettings) => {
  void startDemoProvider({ ...settings, accounts: demoAccounts() });
});
process.once('disconnect', () => process.exit(0));
