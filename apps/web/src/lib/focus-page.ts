/** After a change of page the keyboard starts at its content, as after a load. */
export function focusPage(): void {
  requestAnimationFrame(() => {
    document.getElementById('main')?.focus({ preventScroll: true });
  });
}
