/** Whether a key is somebody else's: typed into a field, with a modifier, taken already, or before a dialog. */
export function isMeantElsewhere(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target } = event;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  return (
    target instanceof HTMLElement &&
    target.closest('input,textarea,select,[contenteditable]') !== null
  );
}
