/** Words of the product itself, though the server sends them: they have to come in both languages. */
const WORDS_OF_THE_PRODUCT = new Set(['noun', 'typeNoun', 'typeTitle', 'grade', 'vi']);

/**
 * What people wrote, out of an answer of the server: names, titles, numbers of decisions. A text whose
 * English stands beside it (`title` and `titleEn`) is not among them: in English its English is shown.
 */
export function writtenIn(answer: unknown, into: Set<string>, key = ''): void {
  if (typeof answer === 'string') {
    if (!WORDS_OF_THE_PRODUCT.has(key)) into.add(answer.replace(/\s+/g, ' ').trim());
  } else if (Array.isArray(answer)) {
    for (const one of answer) writtenIn(one, into, key);
  } else if (typeof answer === 'object' && answer !== null) {
    for (const [name, value] of withoutEnglish(answer)) writtenIn(value, into, name);
  }
}

/** Fields of an answer that have no English beside them. */
function withoutEnglish(answer: object): [string, unknown][] {
  const fields = new Map<string, unknown>(Object.entries(answer));
  return [...fields].filter(([name]) => {
    const english = fields.get(`${name}En`);
    return typeof english !== 'string' || english === '';
  });
}
