/** Normalisation Form C, the only form in which text is stored, compared or hashed. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Order of two texts by code unit: the order of `COLLATE "C"` for ASCII, alike on every machine. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
