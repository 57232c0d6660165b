import 'reflect-metadata';
import { createLog, loadConfig, runProgram, stopWithParent } from '@cam-nang/platform';
import { createHttpApp } from '@cam-nang/platform/http';
import { ApiModule } from './api.module.js';

await runProgram(async () => {
  const config = loadConfig(process.env);
  const log = createLog({ program: 'api', level: config.LOG_LEVEL });
  const app = await createHttpApp(ApiModule.forRoot(config, log), config, log);
  stopWithParent(app, { log, graceMs: config.SHUTDOWN_GRACE_MS });
  await app.listen(config.PORT, config.HOST);
  log.info({ address: config.PUBLIC_URL, listening: await app.getUrl() }, 'the api is ready');
});
