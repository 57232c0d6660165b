import {
  applyWordImport,
  checkWordImport,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { ImportWord } from '../use-cases/import-word.js';

/** Lessons out of files of Word. */
@Controller()
export class WordImportController {
  constructor(private readonly importWord: ImportWord) {}

  @Endpoint(checkWordImport)
  @RequirePermission('curriculum.edit')
  check(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof checkWordImport>,
  ): Promise<ResponseOf<typeof checkWordImport>> {
    return this.importWord.check(actor, input);
  }

  @Endpoint(applyWordImport)
  @RequirePermission('curriculum.edit')
  apply(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof applyWordImport>,
  ): Promise<ResponseOf<typeof applyWordImport>> {
    return this.importWord.run(actor, input);
  }
}
