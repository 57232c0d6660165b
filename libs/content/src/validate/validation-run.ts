import type { PresetName } from '../presets.js';
import { ErrorReport } from './document-error.js';
import { DOCUMENT_LIMITS } from './limits.js';

/** What one validation has counted and found so far. */
export class ValidationRun {
  readonly report = new ErrorReport();
  private nodes = 0;
  private characters = 0;

  constructor(readonly preset: PresetName) {}

  /** Counts a node; false once there are too many, so that the walk can stop. */
  countNode(path: string): boolean {
    this.nodes += 1;
    if (this.nodes === DOCUMENT_LIMITS.nodes + 1) {
      this.report.add(path, 'too_many_nodes', { max: DOCUMENT_LIMITS.nodes });
    }
    return this.nodes <= DOCUMENT_LIMITS.nodes;
  }

  countCharacters(path: string, length: number): void {
    const before = this.characters;
    this.characters += length;
    const max = DOCUMENT_LIMITS.characters;
    if (before <= max && this.characters > max) this.report.add(path, 'too_much_text', { max });
  }

  /** Whether looking further can only cost time. */
  get isOver(): boolean {
    return (
      this.report.isFull ||
      this.nodes > DOCUMENT_LIMITS.nodes ||
      this.characters > DOCUMENT_LIMITS.characters
    );
  }
}
