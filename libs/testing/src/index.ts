export { browser, describeWithBrowser } from './browser.js';
export { claimRedisDatabase, describeWithRedis, type RedisDatabase, redisUrl } from './redis.js';
export { describeWhere } from './describe-where.js';
export { freePort } from './free-port.js';
export { serviceDoor, type ServiceDoor, type ServiceInput } from './service-door.js';
export { startSystem, type System, type SystemOptions } from './system.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { until, type Waiting } from './until.js';
