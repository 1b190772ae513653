import { profileApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { ImportProfile } from './import-profile.service.js';

@Controller()
export class ImportsController {
  constructor(private readonly importing: ImportProfile) {}

  @Serve(profileApi.importProfile)
  import(
    @Input() { body }: InputOf<typeof profileApi.importProfile>,
  ): Promise<AnswerOf<typeof profileApi.importProfile>> {
    return this.importing.import(body);
  }
}
