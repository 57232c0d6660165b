import { useCheckWords } from '../curriculum/check-words.js';
import type { EditionDetail } from '../curriculum/types.js';

type Refusal = EditionDetail['erratumRefusals'][number];

/** Why a set of changes is no erratum, as the refusal of the server carries it. */
export function RefusalList(props: {
  readonly details: Readonly<Record<string, unknown>> | undefined;
}) {
  const words = useCheckWords();
  const refusals = refusalsIn(props.details);
  if (refusals.length === 0) return null;
  const texts = [...new Set(refusals.map(words.refusal))];
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function refusalsIn(details: Readonly<Record<string, unknown>> | undefined): readonly Refusal[] {
  const list = details?.['refusals'];
  if (!Array.isArray(list)) return [];
  return list.filter(
    (one): one is Refusal => typeof one === 'object' && one !== null && 'code' in one,
  );
}
