import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import { EditOverlay } from './edit-overlay.js';

/** Changes what a request is called and why it is made. */
@Injectable()
export class DescribeChangeRequest {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly requests: ChangeRequestStore,
  ) {}

  async run(
    actor: Actor,
    requestId: string,
    words: { readonly title: string; readonly reason: string },
  ): Promise<void> {
    await this.editOverlay.run(actor, requestId, ({ edit }) =>
      this.requests.describe(requestId, { ...words, at: edit.at }),
    );
  }
}
