import { createPlatform, runMain } from '#platform';
import { readEnvironment } from './config.js';
import { serviceUrls, startGateway } from './gateway.js';

await runMain(async () => {
  const config = readEnvironment();
  const platform = createPlatform({
    service: 'gateway',
    logLevel: config.LOG_LEVEL,
    serviceTokenSecret: config.SERVICE_TOKEN_SECRET,
    urls: serviceUrls(config),
  });
  await startGateway(config, platform);
});
