import { deadLetterApi, feedApi, openDataApi, vacancyApi, vacancyInternalApi, taxonomyMoveApi } from '#contracts';
import { createPlatform, runMain, startService } from '#platform';
import { appModule } from './app.module.js';
import { readEnvironment } from './config.js';

await runMain(async () => {
  const config = readEnvironment();
  const platform = createPlatform({
    service: 'vacancy',
    logLevel: config.LOG_LEVEL,
    serviceTokenSecret: config.SERVICE_TOKEN_SECRET,
  });
  await startService({
    name: 'vacancy',
    module: appModule(config, platform),
    operations: [
      ...Object.values(vacancyApi),
      ...Object.values(vacancyInternalApi),
      ...Object.values(openDataApi),
      ...Object.values(feedApi),
      ...Object.values(deadLetterApi.vacancy),
      taxonomyMoveApi.vacancy,
    ],
    host: config.HOST,
    port: config.PORT,
    metricsPort: config.METRICS_PORT,
    platform,
  });
});
