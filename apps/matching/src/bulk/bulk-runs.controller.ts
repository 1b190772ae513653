import { bulkApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { BulkRuns } from './bulk-runs.service.js';

@Controller()
export class BulkRunsController {
  constructor(private readonly runs: BulkRuns) {}

  @Serve(bulkApi.startBulkRun)
  start(@Input() input: InputOf<typeof bulkApi.startBulkRun>): Promise<AnswerOf<typeof bulkApi.startBulkRun>> {
    return this.runs.start(input);
  }

  @Serve(bulkApi.listBulkRuns)
  list(@Input() input: InputOf<typeof bulkApi.listBulkRuns>): Promise<AnswerOf<typeof bulkApi.listBulkRuns>> {
    return this.runs.list(input);
  }

  @Serve(bulkApi.getBulkRun)
  get(@Input() input: InputOf<typeof bulkApi.getBulkRun>): Promise<AnswerOf<typeof bulkApi.getBulkRun>> {
    return this.runs.get(input);
  }

  @Serve(bulkApi.cancelBulkRun)
  cancel(@Input() input: InputOf<typeof bulkApi.cancelBulkRun>): Promise<AnswerOf<typeof bulkApi.cancelBulkRun>> {
    return this.runs.cancel(input);
  }
}
