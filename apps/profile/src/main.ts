import { deadLetterApi, profileApi, profileInternalApi, taxonomyMoveApi } from '#contracts';
import { createPlatform, runMain, startService } from '#platform';
import { appModule } from './app.module.js';
import { readEnvironment } from './config.js';

await runMain(async () => {
  const config = readEnvironment();
  const platform = createPlatform({
    service: 'profile',
    logLevel: config.LOG_LEVEL,
    serviceTokenSecret: config.SERVICE_TOKEN_SECRET,
  });
  await startService({
    name: 'profile',
    module: appModule(config, platform),
    operations: [
      ...Object.values(profileApi),
      ...Object.values(profileInternalApi),
      ...Object.values(deadLetterApi.profile),
      taxonomyMoveApi.profile,
    ],
    host: config.HOST,
    port: config.PORT,
    metricsPort: config.METRICS_PORT,
    platform,
  });
});
