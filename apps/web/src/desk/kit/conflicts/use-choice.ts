import { useEffect, useState } from 'react';
import { plainText } from '@cam-nang/domain';
import { CHOICES, choicesFor, decisionOf, nameOf, type ChoiceName } from './choices.js';
import type { Decision, PlaceOfConflict } from './place.js';
import { blocksOf, writtenText, wrongText } from './written.js';

/** What is chosen at a place before it is kept. */
export interface Choice {
  readonly offered: readonly ChoiceName[];
  readonly disabled: boolean;
  readonly name: ChoiceName | undefined;
  readonly choose: (name: ChoiceName) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly wrong: 'writtenEmpty' | 'notNumber' | undefined;
  /** What to send; undefined while nothing can be kept. */
  readonly decision: Decision | undefined;
}

/** The choice at one place. */
export function useChoice(conflict: PlaceOfConflict, mayDecide: boolean): Choice {
  const kept = conflict.decision?.decision as Decision | undefined;
  const offered = choicesFor(conflict);
  const disabled = !mayDecide || conflict.hidden;
  const [name, choose] = useState<ChoiceName | undefined>(kept && nameOf(kept));
  const [text, setText] = useState(() => keptText(kept) ?? writtenText(conflict) ?? '');
  const wrong = name === 'written' ? wrongText(conflict, text) : undefined;
  const ready = name !== undefined && wrong === undefined && !disabled;
  const decision = ready ? decisionOf(conflict, name, text) : undefined;
  return { offered, disabled, name, choose, text, setText, wrong, decision };
}

/** The keys 1 to 5 choose, where one place is shown alone. */
export function useChoiceKeys({ disabled, offered, choose }: Choice): void {
  const names = offered.join(' ');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey;
      const wanted = CHOICES[Number(event.key) - 1];
      if (typing || disabled || wanted === undefined || !names.split(' ').includes(wanted)) return;
      choose(wanted);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [names, disabled, choose]);
}

function keptText(decision: Decision | undefined): string | undefined {
  if (decision?.choice !== 'written') return undefined;
  const { written } = decision;
  if (typeof written === 'string' || typeof written === 'number') return String(written);
  return blocksOf(written as never)
    .map(plainText)
    .join('\n');
}
