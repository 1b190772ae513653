import { deadLetterApi, matchingOperations, taxonomyMoveApi } from '#contracts';
import { createPlatform, runMain, startService } from '#platform';
import { appModule } from './app.module.js';
import { readEnvironment } from './config.js';

await runMain(() => {
  const config = readEnvironment();
  const platform = createPlatform({
    service: 'matching',
    logLevel: config.LOG_LEVEL,
    serviceTokenSecret: config.SERVICE_TOKEN_SECRET,
    urls: { profile: config.PROFILE_URL, vacancy: config.VACANCY_URL },
  });
  return startService({
    name: 'matching',
    module: appModule(config, platform),
    operations: [...matchingOperations, ...Object.values(deadLetterApi.matching), taxonomyMoveApi.matching],
    host: config.HOST,
    port: config.PORT,
    metricsPort: config.METRICS_PORT,
    platform,
  });
});
