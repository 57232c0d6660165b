import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { AttemptRepository, type AttemptRow } from '../persistence/attempt.repository.js';

/** Attempts as far as they are one's own; anyone else's are not found. */
@Injectable()
export class OwnAttempt {
  constructor(private readonly attempts: AttemptRepository) {}

  async of(actor: Actor, attemptId: string): Promise<AttemptRow> {
    return owned(actor, await this.attempts.byId(attemptId));
  }

  async locked(actor: Actor, attemptId: string): Promise<AttemptRow> {
    return owned(actor, await this.attempts.lock(attemptId));
  }
}

function owned(actor: Actor, attempt: AttemptRow | null): AttemptRow {
  if (attempt === null || attempt.personId !== actor.personId) {
    throw new DomainError('resource.not_found');
  }
  return attempt;
}
